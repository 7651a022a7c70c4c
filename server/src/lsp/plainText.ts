/** Markdown that Concord has written, as plain text, for clients that show no other. Undoes what `features/markdown.ts` does. */

/** Emphasis, code, links, quotation and escapes go; lines, lists and what they say stay. */
export function plainText(markdown: string): string {
  return markdown.split('\n').map(plainLine).join('\n').trim();
}

function plainLine(line: string): string {
  // Two spaces at the end break a line, which is broken anyway.
  const text = line.replace(/^> ?/, '  ').replace(/(?<! ) +$/, '');
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const unit = text[at]!;
    if (unit === '\\' && at + 1 < text.length) {
      plain += text[at + 1];
      at += 2;
    } else if (unit === '`') {
      const fence = runOf(text, at);
      const end = closing(text, at + fence, fence);
      plain += end < 0 ? text.slice(at, at + fence) : text.slice(at + fence, end).replace(/^ (?=`)|(?<=`) $/g, '');
      at = end < 0 ? at + fence : end + fence;
    } else if (unit === '*') at++;
    else if (unit === '[') at++;
    else if (unit === ']' && text[at + 1] === '(') {
      const end = text[at + 2] === '<' ? text.indexOf('>)', at) + 1 : text.indexOf(')', at);
      at = end > at ? end + 1 : at + 1;
    } else if (unit === ']') at++;
    else {
      plain += unit;
      at++;
    }
  }
  return plain;
}

function runOf(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end++;
  return end - at;
}

/** Where a run of just as many backticks begins. */
function closing(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    const run = runOf(text, at);
    if (run === length) return at;
    at = text.indexOf('`', at + run);
  }
  return -1;
}
