/** Words by which a passage says that the list in it is not the whole: 等, including, such as. Knows no claims. */

const ENGLISH =
  /\b(?:includ(?:ing|es?|ed)|such as|among|amongst|etc|for example|for instance|e\.g|inter alia|notably|particularly|and others|and more|like)\b/i;
const CHINESE = /包括|包含|其中|例如|比如|诸如|譬如/;
/** 等 and 如 in words that enumerate nothing. */
const NO_OPENING =
  /平等|等级|等級|等待|等于|等於|等候|等同|对等|對等|同等|不等|相等|均等|优等|劣等|高等(?=[教院学學法])|中等(?=[收职教专偏规发])|[一二三特头](?:等奖|等功|等舱)|如果|如何|如今|如此|如下|如期|如同|如实|如愿|如意|如故|如常|如一|假如|自如|不如|犹如|正如|宛如|一如|有如|如数|如火/g;

export function opensList(text: string): boolean {
  if (ENGLISH.test(text) || CHINESE.test(text)) return true;
  return /[等如]/.test(text.replace(NO_OPENING, ''));
}
