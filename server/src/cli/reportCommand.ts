/** `concord report` as a whole: which corpus, which folder, and what is said of it. Draws no page. */

import { basename, resolve } from 'node:path';
import { DEFAULT_FOLDER } from './commands/report.ts';
import { findCorpora } from './corpora.ts';
import { openCorpus } from './corpus.ts';
import type { Environment } from './environment.ts';
import { corpusMeant } from './oneCorpus.ts';
import { counted, languageOf, note } from './output.ts';
import type { ReportRequest } from './requests/report.ts';
import { publish } from './site/publish.ts';
import { siteFiles } from './site/site.tsx';
import { NotDone } from './transaction.ts';

/** The exit code. Throws `NotDone`, or what the machine objects to; then nothing has been written. */
export async function reportCommand(request: ReportRequest, environment: Environment): Promise<number> {
  const { cwd } = environment;
  const given = request.output ?? DEFAULT_FOLDER;
  const assets = environment.siteAssets();
  if (!assets) throw new NotDone('the style sheet of the report is missing: this copy of Concord is not complete');
  const { corpora, targets } = findCorpora(request.paths, environment);
  const without = targets.find(({ places }) => places.length === 0);
  if (without) throw new NotDone(`no corpus found for ${without.given}: there is no concord.yaml to go by`);
  const files = corpusMeant(corpora, request.paths, cwd);
  if (!files)
    throw new NotDone(
      `a report is of one corpus, and there are ${corpora.length}: ${corpora.map(({ root }) => root).join(', ')}`,
    );
  const { library, problem } = openCorpus(files);
  if (problem !== undefined) throw new NotDone(`${files.nameOf('concord.yaml')} cannot be read: ${problem}`);
  const { folder } = files.found;
  const options = { name: basename(folder), locale: request.locale ?? languageOf(environment) };
  const target = resolve(cwd, given);
  const outcome = await publish(
    { folder: target, shown: given },
    siteFiles(library, assets, options),
    environment.files,
  );
  const where = `${given}${/[\\/]$/.test(given) ? '' : '/'}index.html`;
  note(
    environment,
    [
      `${where}: ${counted(outcome.files, 'file')}, ${outcome.written} written`,
      ...(outcome.removed > 0 ? [`${outcome.removed} removed`] : []),
      ...(outcome.kept > 0
        ? [`${counted(outcome.kept, 'page')} of before kept, because somebody has changed them`]
        : []),
    ].join(', '),
  );
  return 0;
}
