/** Writes one text as a YAML scalar on one line, quoted exactly when a reader of YAML 1.1 or 1.2 needs it. Knows no keys. */

/** Where the scalar will stand: as a value in block style, inside `[]` or `{}`, or as a key of either. */
export type ScalarContext = 'block' | 'flow' | 'key';

/**
 * What the text is. Of a `text` (a name, a form, an id) other tools must not make a number or a date, so such ones are
 * quoted; of a `value` (181, 2020-01-01) they may.
 */
export type ScalarUse = 'text' | 'value';

/** `text` as a scalar: plain if that is safe, else in double quotes, in single ones where it holds `"` or `\`. */
export function scalar(text: string, context: ScalarContext, use: ScalarUse = 'text'): string {
  return isSafePlain(text, context, use) ? text : quoted(text);
}

/** `text` in quotation marks, whether it needs them or not. */
export function quoted(text: string): string {
  if (NEEDS_ESCAPE.test(text)) return escaped(text);
  return /["\\]/.test(text) ? single(text) : `"${text}"`;
}

/** `text` in the style of the scalar that was written as `old`, as far as it can be. */
export function restyled(text: string, old: string, context: ScalarContext, use: ScalarUse = 'text'): string {
  if (old.startsWith('"')) return quoted(text);
  if (old.startsWith("'")) return NEEDS_ESCAPE.test(text) ? escaped(text) : single(text);
  return scalar(text, context, use);
}

/** Controls, line breaks of either version, byte order marks and halves of surrogate pairs. */
const NEEDS_ESCAPE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ESCAPED_UNIT = new RegExp(`["\\\\]|${NEEDS_ESCAPE.source}`, 'g');

const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function escaped(text: string): string {
  const inner = text.replace(ESCAPED_UNIT, (unit) => {
    if (unit === '"' || unit === '\\') return `\\${unit}`;
    if (unit === '\n') return '\\n';
    if (unit === '\t') return '\\t';
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${inner}"`;
}

/** What YAML 1.1 or 1.2 reads as a boolean, as nothing, as a merge or as a default value. */
const WORD =
  /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|null|Null|NULL|~|<<|=)$/;
// Of a number there may be nothing but its exponent: some readers take `e0` for one.
const NUMBER = /^[-+]?(?=[.0-9eE])[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?$/;
const OTHER_NUMBER =
  /^[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|\.inf|\.Inf|\.INF|\.nan|\.NaN|\.NAN)$/;
const TIMESTAMP = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt \t]+[0-9]{1,2}:[0-9]{2}:[0-9]{2})/;

function isSafePlain(text: string, context: ScalarContext, use: ScalarUse): boolean {
  if (text === '' || text.trim() !== text || NEEDS_ESCAPE.test(text) || WORD.test(text)) return false;
  if (/^(?:[?:,[\]{}#&*!|>'"%@`]|-(?:\s|$)|---|\.\.\.(?:\s|$))/.test(text)) return false;
  if (/:(?: |$)| #/.test(text)) return false;
  if (context !== 'block' && /[,[\]{}]/.test(text)) return false;
  // `-` before a flow mark has been refused with the mark; alone it is a list's dash.
  return use === 'value' || !(NUMBER.test(text) || OTHER_NUMBER.test(text) || TIMESTAMP.test(text));
}
