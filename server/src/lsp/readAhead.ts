/** Asks for files before their turn, so that not each one waits for the answer to the one before. Knows neither files nor corpora. */

/** Files that are asked for at a time: each may be a request to a distant machine. */
const AT_ONCE = 32;

/** What `read` gives for each of `paths`, to be taken in their order. Nothing is read before the first is taken. */
export class ReadAhead<Read> {
  private readonly asked = new Map<string, Promise<Read>>();
  private readonly places: ReadonlyMap<string, number>;
  private next = 0;
  /** How many have been asked for. */
  private end = 0;

  constructor(
    private readonly paths: readonly string[],
    private readonly read: (path: string) => Promise<Read>,
  ) {
    this.places = new Map(paths.map((path, i) => [path, i]));
  }

  take(path: string): Promise<Read> {
    const place = this.places.get(path);
    if (place === undefined) return this.read(path);
    // What has been passed over nobody will take any more.
    for (; this.next < place; this.next++) this.asked.delete(this.paths[this.next]!);
    this.end = Math.max(this.end, place);
    while (this.end < Math.min(place + AT_ONCE, this.paths.length)) this.ask(this.end++);
    const answer = this.asked.get(path) ?? this.read(path);
    this.asked.delete(path);
    return answer;
  }

  private ask(i: number): void {
    const path = this.paths[i]!;
    const answer = this.read(path);
    // Who takes it is told of a failure; if nobody does, nobody needs to be.
    answer.catch(() => undefined);
    this.asked.set(path, answer);
  }
}
