/** The figures and dates of a passage, and how each reads as the value of a property. Knows no subject. */

import { edtfOf } from '../../checks/quoted/edtf.ts';
import { datesIn, quantitiesIn, wordsAt } from '../../checks/quoted/passage.ts';
import { endsOf } from '../../checks/quoted/support.ts';
import { readQuantity, withUnitOf } from '../../checks/quoted/value.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import type { Document } from '../../core/document.ts';
import type { Settings } from '../../core/settings.ts';
import type { Span } from '../../core/text.ts';
import type { Property } from '../../core/vocabulary.ts';
import { dropsHedge, quantitySupports } from '../../values/compare.ts';
import type { Quantity, QuantityExpression } from '../../values/quantity.ts';
import type { TimeValue } from '../../values/time.ts';
import type { Units } from '../../values/units.ts';

interface Found {
  /** Names it among those of its passage. */
  readonly key: string;
  readonly span: Span;
  /** As the text has it. */
  readonly words: string;
  /** It says how many or how much of something there is, and not only when that was or by how much it grew. */
  readonly likely: boolean;
}

export type Figure =
  | (Found & { readonly kind: 'quantity'; readonly quantity: QuantityExpression })
  | (Found & { readonly kind: 'change'; readonly from: QuantityExpression; readonly to: QuantityExpression })
  | (Found & { readonly kind: 'time'; readonly time: TimeValue; readonly edtf: string; readonly relative: boolean });

/** More figures than this stand in no passage that one person makes claims of at once. */
const MOST = 60;

/** In the order of the text. The two ends of a change are one figure. */
export function figuresIn(passage: Span, document: Document, settings: Settings): readonly Figure[] {
  const quantities = quantitiesIn([passage], document, settings).slice(0, MOST);
  const changes = endsOf(quantities);
  const ends = new Set(changes.flat());
  const found: Figure[] = changes.map(([from, to]) => {
    const span = { start: from.span.start, end: to.span.end };
    return {
      key: keyOf('change', span, passage),
      kind: 'change',
      span,
      words: wordsAt(document, span),
      likely: true,
      from,
      to,
    };
  });
  for (const quantity of quantities) {
    if (ends.has(quantity) || quantity.adverbial || (quantity.role === 'by' && changes.length > 0)) continue;
    const { span } = quantity;
    const likely = !quantity.ordinal && quantity.role !== 'by';
    found.push({
      key: keyOf('quantity', span, passage),
      kind: 'quantity',
      span,
      words: wordsAt(document, span),
      likely,
      quantity,
    });
  }
  const counts = found.some(({ likely }) => likely);
  for (const { span, time, relative } of datesIn([passage], document).slice(0, MOST)) {
    const edtf = time && edtfOf(time);
    if (!time || edtf === undefined) continue;
    const likely = !counts && !relative && !time.interval;
    found.push({
      key: keyOf('time', span, passage),
      kind: 'time',
      span,
      words: wordsAt(document, span),
      likely,
      time,
      edtf,
      relative,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const keyOf = (kind: Figure['kind'], span: Span, passage: Span): string => `${kind}@${span.start - passage.start}`;

/**
 * A figure as the value of a property, as short as it can be said: without its noun where the property has the unit, or one
 * of the qualifiers, `said`, names what is counted; with its hedge in any case. Undefined where the property does not take
 * it.
 */
export function writtenAs(
  figure: Figure,
  property: Property,
  document: Document,
  settings: Settings,
  said: readonly string[] = [],
): string | undefined {
  if (figure.kind === 'time') return property.value.includes('time') ? figure.edtf : undefined;
  if (!property.value.includes('quantity')) return undefined;
  const units = unitsOf(settings);
  const ends = figure.kind === 'change' ? [figure.from, figure.to] : [figure.quantity];
  if (ends.some((end) => !fits(end, property, units))) return undefined;
  const texts = ends.map((end) => {
    const isSaid = saysNoun(said, end, units);
    const lean = isSaid || property.unit !== undefined || end.unit === undefined;
    const options = lean ? [bare(end), end.span] : [end.span];
    return options
      .map((span) => wordsAt(document, span))
      .find((text, i) => {
        const read = readQuantity(text, undefined, settings);
        if (read?.kind !== 'quantity') return false;
        const counted = isSaid && i === 0 && read.unit === undefined ? { ...read, unit: end.unit } : read;
        return means(withUnitOf(counted, property, units), end, units);
      });
  });
  if (texts.some((text) => text === undefined)) return undefined;
  // "172 countries -> 181 countries" says its noun once.
  if (figure.kind === 'change' && figure.from.unit === figure.to.unit) {
    const [from, to] = [wordsAt(document, bare(figure.from)), texts[1]!];
    const read = readQuantity(`${from} -> ${to}`, undefined, settings);
    if (read?.kind === 'change' && means(withUnitOf(read.from, property, units), figure.from, units)) {
      return `${from} -> ${to}`;
    }
  }
  return texts.join(' -> ');
}

/** Whether a text says what a figure counts. What measures, a metre or a per cent, is said with its number only. */
function saysNoun(said: readonly string[], { unit, unitText }: QuantityExpression, units: Units): boolean {
  if (unitText === undefined || (unit !== undefined && isMeasure(unit, units))) return false;
  return said.some((text) => text.toLowerCase().endsWith(unitText.toLowerCase()));
}

const isMeasure = (unit: string, units: Units): boolean =>
  /^[A-Z]{3}$/.test(unit) || MEASURES.some((one) => units.convertible(unit, one));

const MEASURES = ['%', 'percentage-point', 'day', 'year', 'm', 'm²', 'g'];

/** Whether the figure can be of the property's unit: an ordinal is of none but its own. */
export function fits({ unit, ordinal }: Quantity, property: Property, units: Units): boolean {
  const own = property.unit && (units.resolve(property.unit) ?? property.unit);
  if (ordinal || own === 'ordinal') return ordinal && own === 'ordinal';
  return own === undefined || unit === undefined || units.convertible(unit, own);
}

/** Hedge and number without a noun. */
const bare = ({ numberSpan, hedgeSpan }: QuantityExpression): Span => ({
  start: Math.min(numberSpan.start, hedgeSpan?.start ?? numberSpan.start),
  end: Math.max(numberSpan.end, hedgeSpan?.end ?? numberSpan.end),
});

function means(read: Quantity, quoted: Quantity, units: Units): boolean {
  if (!quantitySupports(read, quoted, units) || dropsHedge(read, quoted)) return false;
  return read.unit !== undefined || quoted.unit === undefined;
}
