/** What a check of corpora spent its time on: phases, documents, checks. Measures and words it; checks nothing. */

/** How many of the slowest are named. */
const MOST = 10;

export class Profile {
  private readonly phases = new Map<string, number>();
  private readonly files = new Map<string, number>();
  private readonly checks = new Map<string, number>();
  private readonly begun = performance.now();

  phase<T>(name: string, work: () => T): T {
    return measured(this.phases, name, work);
  }

  file<T>(name: string, work: () => T): T {
    return measured(this.files, name, work);
  }

  readonly check = <T>(code: string, work: () => T): T => measured(this.checks, code, work);

  /** Lines for standard error. */
  lines(): readonly string[] {
    const { rss } = process.memoryUsage();
    return [
      `profile: ${milliseconds(performance.now() - this.begun)} in all, ${(rss / 2 ** 20).toFixed(0)} MB of memory`,
      ...[...this.phases].map(([name, took]) => `  ${milliseconds(took)}  ${name}`),
      ...slowest('the slowest files', this.files),
      ...slowest('the slowest checks; one that asks what others need pays for them', this.checks),
    ];
  }
}

function measured<T>(times: Map<string, number>, name: string, work: () => T): T {
  const from = performance.now();
  try {
    return work();
  } finally {
    times.set(name, (times.get(name) ?? 0) + performance.now() - from);
  }
}

function slowest(title: string, times: ReadonlyMap<string, number>): readonly string[] {
  const sorted = [...times].sort((a, b) => b[1] - a[1]).slice(0, MOST);
  return sorted.length === 0 ? [] : [`${title}:`, ...sorted.map(([name, took]) => `  ${milliseconds(took)}  ${name}`)];
}

const milliseconds = (took: number): string => `${took.toFixed(1).padStart(8)} ms`;
