/** Proposals of annotations: checked as if they were written, shown, kept for the session. Writing is another's step. */

import type { Finding } from '../checks/engine/check.ts';
import { wordsIn } from '../checks/messages/messages.ts';
import { diffText, effectLines, itemLines } from '../cli/formats/annotations.ts';
import { plain } from '../cli/terminal.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import type { ProposalProblem } from '../features/proposing/problem.ts';
import { digest, type Proposed, propose } from '../features/proposing/propose.ts';
import { asProposal, type Proposal, type ProposalRequest } from '../features/proposing/request.ts';
import type { Steps } from '../features/steps.ts';
import { type Answer, NOTICE, Refused } from './answer.ts';
import { documentPath } from './places.ts';
import { cut, inline } from './shown.ts';

export interface EffectRow {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly claim: string | null;
}

export interface ProposalAnswer {
  readonly status: 'ready' | 'refused' | 'nothing-to-write';
  /** What has to be mended before it can be written, item by item. */
  readonly problems: readonly ProposalProblem[];
  /** Unified; paths from the root of the corpus. */
  readonly diff: string;
  readonly raised: readonly EffectRow[];
  readonly solved: readonly EffectRow[];
  /** More documents speak of the same than were looked at. */
  readonly partial: boolean;
  readonly proposal_id: string | null;
  /** What `concord apply` reads. */
  readonly proposal: Proposal | null;
  readonly next_step: string;
}

/** More than this is not looked through by a person in one go, nor by a model. */
const MOST_CHARACTERS = 60_000;
const MOST_EFFECTS = 50;
const MOST_PROBLEMS = 50;

/** What would be written, or why not; nothing is. `remember` keeps the proposal and answers its id. */
export function* proposeAnnotations(
  corpus: WorkingCorpus,
  given: ProposalRequest,
  { locale, howTo, remember }: { locale: string; howTo: string; remember: (proposal: Proposal) => string },
): Steps<Answer<ProposalAnswer>> {
  const request = { ...given, document: documentPath(corpus, given.document) };
  const words = wordsIn(locale);
  const made = yield* propose(corpus.library, request, words.finding, (path) => corpus.findings(path));
  if ('problems' in made) return refused(made.problems);
  if (made.files.length === 0)
    return answer(NOTHING, { status: 'nothing-to-write', next_step: 'Nothing: the document says all of it already.' });
  const proposal = asProposal(request, made.before, made.after);
  const diff = diffText(made.files, plain);
  if (diff.length + JSON.stringify(proposal).length > MOST_CHARACTERS)
    throw new Refused('That is more than a person looks through at once. Propose it in several parts.');
  const { raised, solved, partial } = made.effects;
  const rows = (all: readonly Finding[]) => all.slice(0, MOST_EFFECTS).map((one) => rowOf(one, words.finding(one)));
  const data: ProposalAnswer = {
    status: 'ready',
    problems: [],
    diff,
    raised: rows(raised),
    solved: rows(solved),
    partial,
    proposal_id: remember(proposal),
    proposal,
    next_step: howTo,
  };
  return answer(
    [...wordsOf(proposal, made, words.finding), `Proposal ${data.proposal_id}, to be saved as a file:`],
    data,
  );
}

/** What a person is shown before they say yes. */
export function wordsOf(
  request: ProposalRequest,
  { files, effects }: Proposed,
  words: (finding: Finding) => string,
): readonly string[] {
  return [
    `${request.document}:`,
    ...itemLines(request).map((line) => `- ${line}`),
    ...effectLines(effects, words),
    diffText(files, plain).trimEnd(),
  ];
}

const NOTHING = ['Nothing would be written.'];
const EMPTY: ProposalAnswer = {
  status: 'refused',
  problems: [],
  diff: '',
  raised: [],
  solved: [],
  partial: false,
  proposal_id: null,
  proposal: null,
  next_step: '',
};

function answer(lines: readonly string[], part: Partial<ProposalAnswer>): Answer<ProposalAnswer> {
  const data = { ...EMPTY, ...part };
  const saved = data.proposal === null ? [] : [JSON.stringify(data.proposal)];
  return { data, text: ['NOTHING HAS BEEN WRITTEN.', ...lines, ...saved, data.next_step, NOTICE].join('\n') };
}

function refused(all: readonly ProposalProblem[]): Answer<ProposalAnswer> {
  const problems = all.slice(0, MOST_PROBLEMS).map((one) => ({
    ...one,
    message: inline(one.message),
    suggestions: one.suggestions.map((text) => cut(text, 500)),
  }));
  const lines = problems.flatMap(({ item, code, message, suggestions }) => [
    `- ${item}: ${code}: ${message}`,
    ...suggestions.map((text) => `    perhaps: ${text}`),
  ]);
  return answer(
    [`The proposal is refused, for ${all.length === 1 ? 'one reason' : `${all.length} reasons`}:`, ...lines],
    {
      problems,
      next_step: 'Mend these items and propose all of them again; or leave out what the text does not say.',
    },
  );
}

const rowOf = (finding: Finding, message: string): EffectRow => ({
  file: finding.path,
  code: finding.code,
  severity: finding.severity,
  message: cut(message, 1_000),
  claim: finding.claim ?? null,
});

/** The proposals of one session, the latest of them. */
export class Proposals {
  private readonly kept = new Map<string, Proposal>();

  /** The id is the same for the same proposal. */
  readonly remember = (proposal: Proposal): string => {
    const id = digest(JSON.stringify(proposal)).slice('sha256:'.length, 'sha256:'.length + 16);
    this.kept.delete(id);
    this.kept.set(id, proposal);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return id;
  };

  /** Throws `Refused`. */
  get(id: string): Proposal {
    const found = this.kept.get(id);
    if (!found)
      throw new Refused(`There is no proposal ${JSON.stringify(cut(id, 40))} in this session. Propose it again.`);
    return found;
  }

  ids(): readonly string[] {
    return [...this.kept.keys()].reverse();
  }
}

const MOST_KEPT = 50;
