/** A body as sentences and tokens, without a character between them that is not white space. Knows no mentions. */

export interface Token {
  /** UTF-16 offsets in the body. */
  readonly start: number;
  readonly end: number;
}

/** A segmenter grows slower than its text in some engines: longer stretches are cut at white space, or anywhere. */
const PIECE = 2_000;

/**
 * The sentences of each line as tokens: words by the rules of Unicode, of Chinese by the engine's dictionary. A token
 * never goes over one of `borders`, so that what begins or ends there does not cut one.
 */
export function* sentencesOf(body: string, borders: ReadonlySet<number>): Iterable<readonly Token[]> {
  const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
  const words = new Intl.Segmenter('und', { granularity: 'word' });
  for (const line of piecesOf(body)) {
    let tokens: Token[] = [];
    for (const { segment, index } of sentences.segment(body.slice(line.start, line.end))) {
      for (const word of words.segment(segment)) {
        tokens.push(
          ...cut(body, line.start + index + word.index, line.start + index + word.index + word.segment.length, borders),
        );
      }
      if (tokens.length > 0) yield tokens;
      tokens = [];
    }
  }
}

/** Lines, and long ones in pieces. */
function* piecesOf(body: string): Iterable<Token> {
  for (let start = 0; start < body.length; ) {
    let end = start;
    while (end < body.length && end - start < PIECE && body[end] !== '\n') end++;
    if (end - start === PIECE) {
      let at = end;
      while (at > start + PIECE / 2 && !/\s/.test(body[at - 1]!)) at--;
      if (at > start + PIECE / 2) end = at;
      else if (/[\udc00-\udfff]/.test(body[end] ?? '')) end--;
    } else end++;
    yield { start, end: Math.min(end, body.length) };
    start = end;
  }
}

/** A segment without white space, in pieces at its borders. */
function* cut(body: string, start: number, end: number, borders: ReadonlySet<number>): Iterable<Token> {
  let from = start;
  for (let at = start; at <= end; at++) {
    const isBlank = at < end && /\s/.test(body[at]!);
    if (at < end && !isBlank && !borders.has(at)) continue;
    if (at > from) yield { start: from, end: at };
    from = isBlank ? at + 1 : at;
  }
}
