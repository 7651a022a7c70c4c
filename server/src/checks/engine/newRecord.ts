/** Which file a new record of a type belongs in. */

import { layoutOf } from '../../core/layout.ts';
import type { View } from './check.ts';

/** The file that holds most records of `type`, else one named for the type; undefined where the settings allow neither. */
export function newRecordPath({ corpus }: View, type: string): string | undefined {
  const counts = new Map<string, number>();
  for (const file of corpus.records.files.values()) {
    const same = file.records.filter((record) => record.type?.value === type).length;
    if (same > 0) counts.set(file.path, same);
  }
  const fullest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (fullest) return fullest[0];
  const layout = layoutOf(corpus.settings);
  return [`entities/${type}s.yaml`, `${type}s.yaml`].find((path) => layout.kindOf(path) === 'records');
}
