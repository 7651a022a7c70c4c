/** The words by which lines that surround a text are known, English and Chinese, as data. Knows no lines. */

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim());

/** A line of nothing but these, with one of `SHARING_ALONE` or two others, is a row of buttons. */
export const SHARING = list(
  'share|shares|this|on|to|with|via|by|your|friends|article|story|page|post|follow|us|send|tweet|like|save|print|copy|link|facebook|twitter|x|whatsapp|linkedin|email|e-mail|mail|pinterest|reddit|telegram|weibo|wechat|instagram|youtube|rss|分享|分享到|分享至|微信|微博|新浪微博|朋友圈|微信好友|QQ|QQ空间|空间|复制链接|复制|打印|打印本页|收藏|收藏本文|关闭|关闭窗口|字号|字体|大|中|小|扫一扫|手机看|手机阅读|点赞|推荐|举报',
);
export const SHARING_ALONE = list(
  'share|tweet|print|分享|分享到|分享至|打印|打印本页|复制链接|扫一扫|字号|字体|收藏本文|关闭窗口|手机看',
);

/** A line that is one of these begins a list of other texts. */
export const RELATED = list(
  'related|related stories|related story|related articles|related article|related news|related links|related reading|related content|related topics|read more|read next|more stories|more news|more on this story|more from this section|you may also like|you might also like|recommended|recommended for you|recommended reading|most read|most popular|most viewed|trending|trending now|further reading|see also|相关阅读|相关新闻|相关文章|相关报道|相关链接|相关推荐|推荐阅读|延伸阅读|热门推荐|热点推荐|猜你喜欢|更多新闻|更多阅读|精彩推荐|今日热点|热门文章|往期回顾|上一篇|下一篇|編輯推薦|相關閱讀|相關新聞|延伸閱讀',
);

/** What a short line begins with that names those who prepared the text for print. */
export const CREDITS = list(
  'editor|editors|web editor|edited by|copy editor|proofreader|责任编辑|责编|编辑|网络编辑|本文编辑|校对|审核|审校|编审|监制|终审|初审|复审|责任校对|責任編輯|責編|編輯',
);

/** What a footer holds. */
export const FOOTER = list(
  '©|all rights reserved|copyright ©|copyright (c)|terms of use|terms of service|privacy policy|contact us|版权所有|版權所有|icp备|icp證|icp证|公网安备|未经授权|未经许可|不得转载|转载请注明|免责声明|联系我们|隐私政策',
);

/** A line that is one of these is where readers write. “Replay” is what many pages make of it. */
export const COMMENTS = list(
  'leave a reply|leave a replay|leave a comment|leave your comment|post a comment|post comment|add a comment|write a comment|no comments yet|发表评论|我要评论|我来说两句|网友评论|發表評論',
);

/** Beside "cookie", what makes a line a notice about them. */
export const COOKIES = list(
  'accept|consent|policy|we use|this site uses|this website uses|settings|preferences|privacy|同意|接受|隐私|使用',
);

/** What the first step of a trail of pages is, or what stands before it. */
export const TRAIL = list('home|you are here|current|首页|主页|首頁|当前位置|您的位置|您现在的位置|所在位置|目前位置');
