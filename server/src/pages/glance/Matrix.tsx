/** Sources against claims: a row for each thing that is spoken of, a column for each source. Agreement and disagreement stand as signs and words, never as colour alone. */

import type { JSX } from 'preact';
import type {
  MatrixCell,
  MatrixClaim,
  MatrixColumn,
  MatrixModel,
  MatrixRow,
  MatrixScope,
} from '../../features/glance/matrix.ts';
import type { Mark } from '../../features/glance/standings.ts';
import { ClaimLink, DocumentLink, Empty, EntityLink, Heard, Name } from './parts.tsx';
import type { GlanceWords } from './words.ts';

export type MatrixChoice = Pick<MatrixScope, 'show' | 'by' | 'about' | 'page'>;

export interface MatrixProps {
  readonly model: MatrixModel;
  readonly words: GlanceWords;
  readonly scope: MatrixChoice;
  readonly isNarrowed?: boolean;
  /** Without it nothing can be asked for. */
  readonly onScope?: (scope: MatrixChoice) => void;
}

const SIGNS: Readonly<Record<Mark, string>> = {
  conflict: '≠',
  tension: '≈',
  refinement: '⊃',
  agreement: '=',
  alone: '·',
};
const MARKS = Object.keys(SIGNS) as Mark[];

export function Matrix(props: MatrixProps): JSX.Element {
  const { model, words, scope, isNarrowed, onScope } = props;
  const { rows, counts } = model;
  return (
    <>
      {onScope && <Controls {...props} onScope={onScope} />}
      {rows.length === 0 ? (
        <Empty>
          {scope.show === 'disagreements'
            ? words.agree.noDisagreements
            : isNarrowed || scope.about
              ? words.scope.nothing
              : words.agree.noRows}
        </Empty>
      ) : (
        <>
          <p class="summary">{words.agree.summary(counts.rows, counts.disagreements)}</p>
          <dl class="legend" aria-label={words.agree.legend}>
            {MARKS.map((mark) => (
              <div key={mark}>
                <dt class={`sign ${mark}`}>{SIGNS[mark]}</dt>
                <dd>{words.agree.marks[mark]}</dd>
              </div>
            ))}
          </dl>
          <Table {...props} />
          {model.pages > 1 && <Pages {...props} />}
        </>
      )}
    </>
  );
}

function Controls({
  model,
  words,
  scope,
  onScope,
}: MatrixProps & { readonly onScope: (scope: MatrixChoice) => void }): JSX.Element {
  type Picked = { currentTarget: { value: string } };
  const change = (part: MatrixChoice): void => onScope({ ...scope, page: undefined, ...part });
  return (
    <div class="bar">
      <label class="field">
        <span>{words.agree.show}</span>
        <select
          value={scope.show ?? 'shared'}
          onChange={({ currentTarget: { value } }: Picked) => change({ show: value as MatrixScope['show'] })}
        >
          {(['disagreements', 'shared', 'all'] as const).map((one) => (
            <option key={one} value={one}>
              {words.agree.shows[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.agree.by}</span>
        <select
          value={model.by}
          onChange={({ currentTarget: { value } }: Picked) => change({ by: value as MatrixScope['by'] })}
        >
          {(['documents', 'publishers'] as const).map((one) => (
            <option key={one} value={one}>
              {words.agree.bys[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.agree.about}</span>
        <input
          type="search"
          value={scope.about ?? ''}
          maxLength={200}
          spellcheck={false}
          onChange={({ currentTarget: { value } }: Picked) => change({ about: value.trim() || undefined })}
        />
      </label>
    </div>
  );
}

function Table({ model, words }: MatrixProps): JSX.Element {
  const { by } = model;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="scroll matrix-scroll" tabIndex={0} aria-label={words.agree.caption}>
      <table class="matrix">
        <caption class="heard">{words.agree.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agree.subject}</th>
            {model.columns.map((column, place) => (
              <th key={`${column.kind} ${column.path ?? column.label} ${place}`} scope="col" class={column.kind}>
                <Head column={column} words={words} by={by} isOnly={model.columns.length === 1} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <tr key={`${row.entity} ${row.subject} ${row.property}`}>
              <th scope="row">
                <Subject row={row} words={words} />
              </th>
              {model.columns.map((column, place) => (
                <Cell
                  key={`${column.kind} ${column.path ?? column.label} ${place}`}
                  cell={row.cells.find((cell) => cell.column === place)}
                  words={words}
                  isOnly={model.columns.length === 1}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({
  column,
  words,
  by,
  isOnly,
}: {
  readonly column: MatrixColumn;
  readonly words: GlanceWords;
  readonly by: 'documents' | 'publishers';
  readonly isOnly: boolean;
}): JSX.Element {
  const { kind, label, path, date, entity, count } = column;
  if (kind === 'records') return <>{words.agree.records}</>;
  if (kind === 'nobody') return <>{words.agree.nobody}</>;
  if (kind === 'others' && isOnly)
    return <>{by === 'documents' ? words.documents(count ?? 0) : words.agree.others(count ?? 0, by)}</>;
  if (kind === 'others') return <>{words.agree.others(count ?? 0, by)}</>;
  const name = <Name>{label}</Name>;
  const shown =
    path !== undefined ? (
      <DocumentLink path={path} title={label} class="clamp">
        {name}
      </DocumentLink>
    ) : entity !== undefined ? (
      <EntityLink id={entity} title={label} class="clamp">
        {name}
      </EntityLink>
    ) : (
      name
    );
  return (
    <>
      {shown}
      {date !== undefined && <span class="muted published">{date}</span>}
    </>
  );
}

function Subject({ row, words }: { readonly row: MatrixRow; readonly words: GlanceWords }): JSX.Element {
  const { entity, subject, property, sources, sides, mark, more } = row;
  return (
    <>
      {entity === undefined ? (
        <Name>{subject}</Name>
      ) : (
        <EntityLink id={entity} class="clamp">
          <Name>{subject}</Name>
        </EntityLink>
      )}
      <span class="property">{property}</span>
      <span class="muted">
        <span class={`sign ${mark}`} title={words.agree.marks[mark]}>
          <span aria-hidden="true">{SIGNS[mark]}</span>
          <Heard>{words.agree.marks[mark]}, </Heard>
        </span>{' '}
        {words.list([words.agree.sources(sources), ...(sides > 1 ? [words.agree.sides(sides)] : [])])}
        {more > 0 && ` · ${words.more(more)}`}
      </span>
    </>
  );
}

function Cell({
  cell,
  words,
  isOnly,
}: {
  readonly cell: MatrixCell | undefined;
  readonly words: GlanceWords;
  readonly isOnly: boolean;
}): JSX.Element {
  if (!cell) {
    return (
      <td class="silent">
        <Heard>{words.agree.silent}</Heard>
      </td>
    );
  }
  return (
    <td class={isOnly ? 'flow' : undefined}>
      {cell.claims.map((claim) => (
        <Claim key={`${claim.path}#${claim.claim} ${claim.value}`} claim={claim} words={words} />
      ))}
      {cell.more > 0 && <span class="muted">{words.more(cell.more)}</span>}
    </td>
  );
}

function Claim({ claim, words }: { readonly claim: MatrixClaim; readonly words: GlanceWords }): JSX.Element {
  const { path, claim: key, value, detail, quote, mark, side, stance, where } = claim;
  const letter = side === undefined ? undefined : letterOf(side);
  return (
    <ClaimLink path={path} claim={key} class={`claim ${mark}`} {...(quote !== undefined && { title: quote })}>
      <span class={`sign ${mark}`} aria-hidden="true">
        {SIGNS[mark]}
      </span>
      <span class="value">
        <Name>{value}</Name>
      </span>
      {letter !== undefined && (
        <span class="side">
          <span aria-hidden="true">{letter}</span>
          <Heard>, {words.agree.side(letter)}</Heard>
        </span>
      )}
      <Heard>, {words.agree.marks[mark]}</Heard>
      {(stance !== undefined || detail !== undefined || where !== undefined) && (
        <span class="detail">{[stance, detail, where].filter(Boolean).join(' · ')}</span>
      )}
    </ClaimLink>
  );
}

/** A to Z, then the number. */
const letterOf = (side: number): string => (side < 26 ? String.fromCharCode(65 + side) : String(side + 1));

function Pages({ model, words, scope, onScope }: MatrixProps): JSX.Element {
  const { page, pages } = model;
  const to = (page: number) => () => onScope?.({ ...scope, page });
  return (
    <nav class="pages" aria-label={words.agree.page(page + 1, pages)}>
      {onScope && (
        <button type="button" disabled={page === 0} onClick={to(page - 1)}>
          {words.agree.previous}
        </button>
      )}
      <span>{words.agree.page(page + 1, pages)}</span>
      {onScope && (
        <button type="button" disabled={page + 1 >= pages} onClick={to(page + 1)}>
          {words.agree.next}
        </button>
      )}
    </nav>
  );
}
