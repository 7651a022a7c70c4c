/** Reads plain JSON data by shape, and says in words where it has another. Knows no format. */

import type { ImportProblem } from './format.ts';

/** The keys of one object. Whatever is asked for and has the wrong shape is a problem, and undefined. */
export class Fields {
  private readonly asked = new Set<string>();

  constructor(
    private readonly value: object,
    /** Where it stands, for messages: empty for a whole line. */
    private readonly where: string,
    private readonly report: (message: string) => void,
  ) {}

  /** Of a line of a file. */
  static ofLine(value: object, file: string, line: number, problems: ImportProblem[]): Fields {
    return new Fields(value, '', (message) => void problems.push({ file, line, message }));
  }

  text(key: string): string | undefined {
    const value = this.get(key);
    if (value === undefined || typeof value === 'string') return value;
    return this.wrong(key, 'a text');
  }

  /** Says so where it is missing. */
  needed(key: string): string | undefined {
    const value = this.text(key);
    if (value === undefined && this.get(key) === undefined) this.report(`${this.at(key)} is missing`);
    return value;
  }

  flag(key: string): boolean {
    const value = this.get(key);
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    this.wrong(key, 'true or false');
    return false;
  }

  number(key: string): number | undefined {
    const value = this.get(key);
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
    return this.wrong(key, 'a number');
  }

  /** One of a few words. */
  word<W extends string>(key: string, words: readonly W[]): W | undefined {
    const value = this.text(key);
    if (value === undefined || (words as readonly string[]).includes(value)) return value as W | undefined;
    return this.wrong(key, `one of ${words.join(', ')}`);
  }

  texts(key: string): readonly string[] {
    return this.list(key).flatMap((value, i) => {
      if (typeof value === 'string') return [value];
      this.wrong(`${key}[${i}]`, 'a text');
      return [];
    });
  }

  objects(key: string): readonly Fields[] {
    return this.list(key).flatMap((value, i) => {
      if (isObject(value)) return [new Fields(value, this.at(`${key}[${i}]`), this.report)];
      this.wrong(`${key}[${i}]`, 'an object');
      return [];
    });
  }

  object(key: string): Fields | undefined {
    const value = this.get(key);
    if (value === undefined) return undefined;
    return isObject(value) ? new Fields(value, this.at(key), this.report) : this.wrong(key, 'an object');
  }

  list(key: string): readonly unknown[] {
    const value = this.get(key);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : (this.wrong(key, 'a list') ?? []);
  }

  /** A value of any shape; null counts as missing. */
  get(key: string): unknown {
    this.asked.add(key);
    const value = Object.hasOwn(this.value, key) ? (this.value as Record<string, unknown>)[key] : undefined;
    return value ?? undefined;
  }

  keys(): readonly string[] {
    return Object.keys(this.value);
  }

  /** The keys that nobody has asked for. */
  unknown(): readonly string[] {
    return this.keys().filter((key) => !this.asked.has(key));
  }

  wrong(key: string, wanted: string): undefined {
    this.report(`${this.at(key)} has to be ${wanted}`);
    return undefined;
  }

  problem(message: string): void {
    this.report(this.where === '' ? message : `${this.where}: ${message}`);
  }

  private at(key: string): string {
    return this.where === '' ? key : `${this.where}.${key}`;
  }
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
