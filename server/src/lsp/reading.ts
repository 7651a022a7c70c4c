/** A document for reading, for a view beside the editor. Knows no view. */

import { readingOf } from '../features/reading/reading.ts';
import { fileOf, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import { READING, type ReadingAnswer, type ReadingParams } from './protocol.ts';

export function registerReading({
  connection,
  session,
  locale,
}: Pick<StructureContext, 'connection' | 'session' | 'locale'>): void {
  connection.onRequest(
    READING,
    unlessCancelled(({ uri, beside }: ReadingParams): ReadingAnswer | null => {
      const file = typeof uri === 'string' ? fileOf(session, uri) : undefined;
      if (!file) return null;
      const { project, path } = file;
      const read = (one: string) => readingOf(project, one, locale(), (each) => project.findings(each));
      const reading = read(path);
      if (!reading) return null;
      // A client may ask for what was a translation until a moment ago.
      const isBeside = reading.translations.some((translation) => translation.path === beside);
      return {
        root: project.root.toString(),
        locale: locale(),
        reading,
        beside: (isBeside && typeof beside === 'string' && read(beside)) || null,
      };
    }),
  );
}
