/** Something that others wait for, until it is said to be done. */

export interface Pending {
  readonly done: Promise<void>;
  readonly end: () => void;
}

export function pending(): Pending {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { done, end };
}
