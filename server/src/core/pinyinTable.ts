/**
 * The readings of Han characters as far as the order of a dictionary does not tell them: where each syllable begins in
 * that order, and the common characters that are read otherwise. Data; computed from a dictionary of readings.
 */

/** Each syllable with the first character that the pinyin collation files under it, in that order; `v` is ü. */
export const FIRST_OF_SYLLABLE =
  'a吖 ai哎 an安 ang肮 ao柪 ba丷 bai挀 ban攽 bang邦 bao勹 bei卑 ben奔 beng伻 bi屄 bian边 biao标 bie憋 bin邠 bing冫 bo癶 bu峬 ca擦 ' +
  'cai猜 can飡 cang仓 cao撡 ce冊 cen嵾 ceng层 cha叉 chai钗 chan辿 chang伥 chao抄 che砗 chen抻 cheng阷 chi吃 chong充 chou抽 ' +
  'chu出 chuai搋 chuan巛 chuang刅 chui吹 chun旾 chuo逴 ci疵 cong匆 cou凑 cu粗 cuan汆 cui崔 cun邨 cuo搓 da咑 dai呆 dan丹 dang当 ' +
  'dao刀 de恴 den扥 deng灯 di氐 dia嗲 dian敁 diao刁 die爹 ding仃 diu丟 dong东 dou唗 du厾 duan偳 dui垖 dun吨 duo多 e妸 en奀 eng鞥 ' +
  'er儿 fa发 fan帆 fang匚 fei飞 fen分 feng丰 fo仏 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao羔 ge戈 gen根 geng刯 gong工 gou勾 gu估 ' +
  'gua瓜 guai乖 guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咍 han顸 hang苀 hao茠 he诃 hei黒 hen拫 heng悙 hong叿 hou齁 hu乎 hua花 ' +
  'huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji讥 jia加 jian戋 jiang江 jiao交 jie阶 jin巾 jing坕 jiong冂 jiu丩 ju凥 juan姢 jue噘 ' +
  'jun军 ka咔 kai开 kan刊 kang砊 kao尻 ke柯 ken肎 keng劥 kong空 kou抠 ku刳 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 ' +
  'lai来 lan兰 lang啷 lao捞 le仂 lei雷 leng塄 li哩 lian奁 liang良 liao撩 lie毟 lin拎 ling伶 liu溜 long龙 lou剅 lu噜 lv驴 luan娈 ' +
  'lve掠 lun抡 luo啰 ma妈 mai霾 man嫚 mang牤 mao猫 mei枚 men椚 meng擝 mi咪 mian宀 miao喵 mie吀 min民 ming名 miu谬 me庅 mo尛 ' +
  'mou哞 mu毪 na拏 nai腉 nan囡 nang囔 nao孬 ne疒 nei馁 nen嫩 ng嗯 ni妮 nian拈 niang娘 niao鸟 nie捏 nin囜 ning宁 niu妞 nong农 ' +
  'nou羺 nu奴 nv钕 nuan奻 nve虐 nuo挪 o噢 ou漚 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉 pi丕 pian囨 piao剽 pie氕 pin姘 ' +
  'ping乒 po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 qiao悄 qie苆 qin侵 qing靑 qiong卭 qiu丘 qu曲 quan峑 que炔 qun夋 ran呥 ' +
  'rang穣 rao娆 re惹 ren人 reng扔 ri日 rong戎 rou禸 ru邚 ruan堧 rui桵 run闰 ruo叒 sa仨 sai毢 san三 sang桒 sao掻 se栜 sen森 ' +
  'seng僧 sha杀 shai筛 shan山 shang伤 shao弰 she奢 shen申 sheng升 shi尸 shou収 shu书 shua刷 shuai摔 shuan闩 shuang双 shui脽 ' +
  'shun吮 shuo妁 si纟 song松 sou凁 su苏 suan狻 sui夊 sun狲 suo唆 ta他 tai囼 tan坍 tang铴 tao弢 te忑 teng熥 ti剔 tian天 tiao旫 ' +
  'tie帖 ting厅 tong炵 tou偷 tu凸 tuan湍 tui推 tun吞 tuo讬 wa屲 wai歪 wan弯 wang尣 wei危 wen昷 weng翁 wo莴 wu乌 xi夕 xia虲 ' +
  'xian仙 xiang乡 xiao灱 xie揳 xin心 xing星 xiong凶 xiu俢 xu旴 xuan轩 xue疶 xun坃 ya丫 yan恹 yang央 yao幺 ye倻 yi一 yin囙 ' +
  'ying应 yo哟 yong佣 you优 yu込 yuan囦 yue曰 yun晕 za帀 zai災 zan兂 zang牂 zao遭 ze则 zei贼 zen怎 zeng囎 zha吒 zhai夈 zhan枬 ' +
  'zhang张 zhao钊 zhe蜇 zhen贞 zheng凧 zhi之 zhong中 zhou州 zhu劯 zhua抓 zhuai跩 zhuan专 zhuang妆 zhui骓 zhun宒 zhuo拙 zi孜 ' +
  'zong宗 zou邹 zu租 zuan钻 zui厜 zun尊 zuo昨 ';

/** Common characters whose usual reading is not the one they are filed under. */
export const OTHERWISE =
  'ao凹嚣 ban扳 bao剥 bo泊簿 bu卜 can参 cha刹 chai拆 chang长 che车 chi匙 chuai揣 di地 ding丁 fo佛 gao皋 gei给 hang夯 hao镐 ' +
  'heng哼亨 jiao嚼 jie藉 ju桔 ke苛 lia俩 liao了 mai埋 me么 mei没 mo貉摸 mu牟 neng能 nian粘辗 nv女 nve疟 ou欧鸥殴 pa耙 pu埔 qie茄 ' +
  'qin亲 qu区 se色 shan栅 shuai衰 shui谁 shuo说 si伺 sun孙 tan弹 tang汤 tiao调 tun囤 tuo拓 wo挝涡 xian铣 xiao削 xie些 xiu休 ' +
  'xu戌吁 zai仔 zha扎 zhai翟 zhu朱 zhua爪 zhuang幢 zhui追 zhuo琢 zui咀 ';

/** Characters that are read otherwise as a family name. */
export const FAMILY_NAMES =
  'bo薄 du都 ge盖 gou句 lu六 miao缪 mou牟 nai能 ou区 piao朴 po繁 qiu仇 shan单 shao召 she折 xie解 yue乐 yun员 zeng曾 zha查 ';
