/**
 * What somebody who may not write proposes for a document: records, mentions and claims, as plain data, and the form in
 * which a proposal is handed on to a person. Knows shapes and bounds; not whether any of it is right.
 */

/** A record for an entity that has none. */
export interface ProposedEntity {
  readonly id: string;
  readonly type: string;
  /** One text, or one for each language. */
  readonly name: string | Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
  readonly description?: string;
}

/** Which of several places with the same words is meant, as in the format. */
export interface PlaceChoice {
  readonly nth?: number;
  readonly near?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** How a mention is written: as a form of this document, at this one place, as the source's own error. */
export const MENTION_WAYS = ['form', 'here', 'sic'] as const;
export type MentionWay = (typeof MENTION_WAYS)[number];

export interface ProposedMention extends PlaceChoice {
  readonly entity: string;
  /** The words; without them the names of the record are meant, wherever they stand. */
  readonly quote?: string;
  readonly how?: MentionWay;
}

/** The value of a claim as the format writes it. */
export type ProposedValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly from: string; readonly to: string; readonly change?: string }
  | { readonly texts: Readonly<Record<string, string>> };

export interface ProposedClaim extends PlaceChoice {
  readonly id?: string;
  /** The words, or the pieces of a discontinuous quote. */
  readonly quote: string | readonly string[];
  readonly subject: string;
  readonly property: string;
  readonly value: ProposedValue;
  readonly unit?: string;
  readonly at?: string;
  readonly ended?: boolean;
  /** An id, or free text. */
  readonly by?: string | { readonly text: string };
  readonly stance?: string;
  readonly certainty?: string;
  readonly qualifiers?: readonly { readonly name: string; readonly value: string | readonly string[] }[];
  readonly see?: readonly string[];
  readonly note?: string;
}

export interface ProposalRequest {
  /** From the root of the corpus, with `/`. */
  readonly document: string;
  readonly entities: readonly ProposedEntity[];
  readonly mentions: readonly ProposedMention[];
  readonly claims: readonly ProposedClaim[];
}

/** The digest of each file that it changes; null where there is none yet. */
export type Digests = Readonly<Record<string, string | null>>;

/** A proposal as it is handed on: what is asked for, of which texts, and what those become. */
export interface Proposal extends ProposalRequest {
  readonly concord: 'proposal';
  readonly version: 1;
  readonly before: Digests;
  readonly after: Readonly<Record<string, string>>;
}

/** How much one proposal holds: more than that no person looks through. */
export const BOUNDS = {
  entities: 50,
  mentions: 200,
  claims: 100,
  text: 4_000,
  id: 200,
  pieces: 20,
  values: 50,
} as const;

/** The keys in the order in which a proposal is written. */
export const asProposal = (request: ProposalRequest, before: Digests, after: Proposal['after']): Proposal => ({
  concord: 'proposal',
  version: 1,
  document: request.document,
  before,
  after,
  entities: request.entities,
  mentions: request.mentions,
  claims: request.claims,
});

/** The proposal that a text holds, or what is wrong with it in words. Never throws. */
export function proposalIn(text: string): Proposal | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { problem: 'it is not JSON' };
  }
  // An answer of the tool holds the proposal under a key of its own.
  const inner = isMap(data) && isMap(data.proposal) ? data.proposal : data;
  if (!isMap(inner) || inner.concord !== 'proposal') return { problem: 'it is no proposal of annotations' };
  if (inner.version !== 1) return { problem: `it is of version ${JSON.stringify(inner.version)}, and 1 is known here` };
  const reader = new Shapes();
  const proposal = reader.proposal(inner);
  return reader.fault === undefined ? proposal : { problem: reader.fault };
}

type JsonMap = Readonly<Record<string, unknown>>;

const isMap = (data: unknown): data is JsonMap => typeof data === 'object' && data !== null && !Array.isArray(data);

/** Reads plain data into the shapes above; the first fault is kept, with where it is. */
class Shapes {
  fault: string | undefined;

  proposal(data: JsonMap): Proposal {
    this.keys(data, 'the proposal', [
      ...['concord', 'version', 'document', 'before', 'after'],
      ...['entities', 'mentions', 'claims'],
    ]);
    return {
      concord: 'proposal',
      version: 1,
      document: this.text(data.document, 'document', BOUNDS.text),
      before: this.texts(data.before, 'before', true) as Digests,
      after: this.texts(data.after, 'after') as Proposal['after'],
      entities: this.list(data.entities, 'entities', BOUNDS.entities, (one, at) => this.entity(one, at)),
      mentions: this.list(data.mentions, 'mentions', BOUNDS.mentions, (one, at) => this.mention(one, at)),
      claims: this.list(data.claims, 'claims', BOUNDS.claims, (one, at) => this.claim(one, at)),
    };
  }

  private entity(data: JsonMap, at: string): ProposedEntity {
    this.keys(data, at, ['id', 'type', 'name', 'aliases', 'description']);
    return {
      id: this.text(data.id, `${at}.id`, BOUNDS.id),
      type: this.text(data.type, `${at}.type`, BOUNDS.id),
      name: isMap(data.name)
        ? (this.texts(data.name, `${at}.name`) as Record<string, string>)
        : this.text(data.name, `${at}.name`),
      ...(data.aliases !== undefined && { aliases: this.strings(data.aliases, `${at}.aliases`, BOUNDS.values) }),
      ...(data.description !== undefined && { description: this.text(data.description, `${at}.description`) }),
    };
  }

  private mention(data: JsonMap, at: string): ProposedMention {
    this.keys(data, at, ['entity', 'quote', 'how', ...CHOICES]);
    return {
      entity: this.text(data.entity, `${at}.entity`, BOUNDS.id),
      ...(data.quote !== undefined && { quote: this.text(data.quote, `${at}.quote`) }),
      ...(data.how !== undefined && { how: this.oneOf(data.how, `${at}.how`, MENTION_WAYS) }),
      ...this.choice(data, at),
    };
  }

  private claim(data: JsonMap, at: string): ProposedClaim {
    this.keys(data, at, [...CLAIM_TEXTS, ...CHOICES, 'quote', 'value', 'ended', 'by', 'qualifiers', 'see']);
    const more = Object.fromEntries(
      CLAIM_TEXTS.flatMap((key) => (data[key] === undefined ? [] : [[key, this.text(data[key], `${at}.${key}`)]])),
    );
    const { by, ended, qualifiers, see } = data;
    if (ended !== undefined && typeof ended !== 'boolean') this.say(`${at}.ended has to be true or false`);
    return {
      ...(more as Pick<ProposedClaim, 'id'>),
      subject: this.text(data.subject, `${at}.subject`, BOUNDS.id),
      property: this.text(data.property, `${at}.property`, BOUNDS.id),
      quote: Array.isArray(data.quote)
        ? this.strings(data.quote, `${at}.quote`, BOUNDS.pieces)
        : this.text(data.quote, `${at}.quote`),
      value: this.value(data.value, `${at}.value`),
      ...this.choice(data, at),
      ...(ended !== undefined && { ended: ended === true }),
      ...(by !== undefined && {
        by: isMap(by) ? { text: this.text(by.text, `${at}.by.text`) } : this.text(by, `${at}.by`, BOUNDS.id),
      }),
      ...(qualifiers !== undefined && {
        qualifiers: this.list(qualifiers, `${at}.qualifiers`, BOUNDS.values, (one, place) => ({
          name: this.text(one.name, `${place}.name`, BOUNDS.id),
          value: Array.isArray(one.value)
            ? this.strings(one.value, `${place}.value`, BOUNDS.values)
            : this.text(one.value, `${place}.value`),
        })),
      }),
      ...(see !== undefined && { see: this.strings(see, `${at}.see`, BOUNDS.values) }),
    };
  }

  private value(data: unknown, at: string): ProposedValue {
    if (typeof data === 'boolean' || (typeof data === 'number' && Number.isFinite(data))) return data;
    if (Array.isArray(data)) return this.strings(data, at, BOUNDS.values);
    if (!isMap(data)) return this.text(data, at);
    if (data.texts !== undefined) {
      this.keys(data, at, ['texts']);
      return { texts: this.texts(data.texts, `${at}.texts`) as Record<string, string> };
    }
    this.keys(data, at, ['from', 'to', 'change']);
    return {
      from: this.text(data.from, `${at}.from`),
      to: this.text(data.to, `${at}.to`),
      ...(data.change !== undefined && { change: this.text(data.change, `${at}.change`) }),
    };
  }

  private choice({ nth, near, prefix, suffix }: JsonMap, at: string): PlaceChoice {
    if (nth !== undefined && !(Number.isInteger(nth) && (nth as number) > 0)) this.say(`${at}.nth has to count from 1`);
    return {
      ...(nth !== undefined && { nth: nth as number }),
      ...(near !== undefined && { near: this.text(near, `${at}.near`) }),
      ...(prefix !== undefined && { prefix: this.text(prefix, `${at}.prefix`) }),
      ...(suffix !== undefined && { suffix: this.text(suffix, `${at}.suffix`) }),
    };
  }

  private text(data: unknown, at: string, most: number = BOUNDS.text): string {
    if (typeof data !== 'string' || data === '') this.say(`${at} has to be a text`);
    else if (data.length > most) this.say(`${at} is longer than ${most} characters`);
    return typeof data === 'string' ? data : '';
  }

  private strings(data: unknown, at: string, most: number): readonly string[] {
    if (!Array.isArray(data)) this.say(`${at} has to be a list`);
    const items: readonly unknown[] = Array.isArray(data) ? data : [];
    if (items.length > most) this.say(`${at} has more than ${most} items`);
    return items.slice(0, most).map((one, i) => this.text(one, `${at}[${i}]`));
  }

  private list<T>(data: unknown, at: string, most: number, read: (one: JsonMap, at: string) => T): readonly T[] {
    if (data === undefined) return [];
    if (!Array.isArray(data)) this.say(`${at} has to be a list`);
    const items: readonly unknown[] = Array.isArray(data) ? data : [];
    if (items.length > most) this.say(`${at} has more than ${most} items`);
    return items.slice(0, most).map((one, i) => {
      if (!isMap(one)) this.say(`${at}[${i}] has to be an object`);
      return read(isMap(one) ? one : {}, `${at}[${i}]`);
    });
  }

  private texts(data: unknown, at: string, orNull = false): Readonly<Record<string, string | null>> {
    if (!isMap(data)) this.say(`${at} has to be an object`);
    const entries = Object.entries(isMap(data) ? data : {});
    if (entries.length > BOUNDS.values) this.say(`${at} has more than ${BOUNDS.values} keys`);
    return Object.fromEntries(
      entries
        .slice(0, BOUNDS.values)
        .map(([key, one]) => [key, one === null && orNull ? null : this.text(one, `${at}.${key}`)]),
    );
  }

  private oneOf<T extends string>(data: unknown, at: string, known: readonly T[]): T {
    const found = known.find((one) => one === data);
    if (found === undefined) this.say(`${at} has to be one of ${known.join(', ')}`);
    return found ?? known[0]!;
  }

  private keys(data: JsonMap, at: string, known: readonly string[]): void {
    const unknown = Object.keys(data).find((key) => !known.includes(key));
    if (unknown !== undefined)
      this.say(`${at} has a key that no proposal has: ${JSON.stringify(unknown.slice(0, 60))}`);
  }

  private say(fault: string): void {
    this.fault ??= fault;
  }
}

const CHOICES = ['nth', 'near', 'prefix', 'suffix'] as const;
const CLAIM_TEXTS = ['id', 'subject', 'property', 'unit', 'at', 'stance', 'certainty', 'note'] as const;
