// Stands in for node:assert/strict where there is no Node: as much of it as the tests of the extension use.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
  constructor(
    message: string | undefined,
    relation: string,
    readonly actual: unknown,
    readonly expected?: unknown,
  ) {
    super(message ?? `${shown(actual)} ${relation}${expected === undefined ? '' : ` ${shown(expected)}`}`);
  }
}

export default function assert(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message, 'does not hold', value);
}

assert.ok = assert;

assert.fail = (message?: string): never => {
  throw new AssertionError(message, 'must not come', undefined);
};

assert.equal = (actual: unknown, expected: unknown, message?: string): void => {
  if (!Object.is(actual, expected)) throw new AssertionError(message, 'is not', actual, expected);
};

assert.notEqual = (actual: unknown, expected: unknown, message?: string): void => {
  if (Object.is(actual, expected)) throw new AssertionError(message, 'is', actual, expected);
};

assert.deepEqual = (actual: unknown, expected: unknown, message?: string): void => {
  if (!isAlike(actual, expected)) throw new AssertionError(message, 'is not like', actual, expected);
};

assert.match = (text: string, pattern: RegExp, message?: string): void => {
  if (!pattern.test(text)) throw new AssertionError(message, 'does not match', text, pattern);
};

assert.doesNotMatch = (text: string, pattern: RegExp, message?: string): void => {
  if (pattern.test(text)) throw new AssertionError(message, 'matches', text, pattern);
};

assert.rejects = async (work: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> => {
  let reason: unknown;
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (thrown) {
    reason = thrown;
  }
  if (reason === undefined) throw new AssertionError(undefined, 'does not reject', work);
  if (pattern) assert.match(String(reason), pattern);
};

function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && isAlike(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

const shown = (value: unknown): string =>
  value instanceof RegExp || value === undefined ? String(value) : JSON.stringify(value, undefined, 1);
