/** The view of a corpus at a glance: what is asked for, what has come, and what is chosen. The pages draw it. */

import { render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { MatrixModel, Neighbourhood, NetworkModel, TimelineModel } from '../../../server/src/lsp/protocol.ts';
import { Glance } from '../../../server/src/pages/glance/Glance.tsx';
import { Matrix } from '../../../server/src/pages/glance/Matrix.tsx';
import { Network } from '../../../server/src/pages/glance/Network.tsx';
import { Empty } from '../../../server/src/pages/glance/parts.tsx';
import { ScopeForm } from '../../../server/src/pages/glance/ScopeForm.tsx';
import { type GlanceState, isNarrowed, scopeOf, stateFrom } from '../../../server/src/pages/glance/state.ts';
import { Timeline } from '../../../server/src/pages/glance/Timeline.tsx';
import { glanceWords } from '../../../server/src/pages/glance/words.ts';
import { ReaderProvider } from '../../../server/src/pages/reader.ts';
import { ask, followLinks, keep, kept, links, onTold } from '../host.ts';
import { Picture } from './Picture.tsx';
import { decodeTold, type Told } from './told.ts';
import '../theme.css';
import './glance.css';

interface Models {
  readonly timeline?: TimelineModel;
  readonly network?: NetworkModel;
  readonly matrix?: MatrixModel;
}

/** Of a question; an answer to an earlier one comes too late. */
let serial = 0;

function question(key: 'view' | 'neighbours' | 'find', value: object): number {
  ask({ kind: 'set', key, value: JSON.stringify({ ...value, serial: ++serial }) });
  return serial;
}

function View() {
  const [state, setState] = useState<GlanceState>(() => stateFrom(kept()));
  const [corpus, setCorpus] = useState<{ readonly name?: string; readonly locale: string } | undefined>();
  const [models, setModels] = useState<Models>({});
  const [hood, setHood] = useState<Neighbourhood | undefined>();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly string[] | undefined>();
  const [busy, setBusy] = useState(true);
  const [width, setWidth] = useState(() => widthOfPage());
  const [outdated, setOutdated] = useState(0);
  const seen = useRef(0);
  const waiting = useRef({ view: 0, neighbours: 0, find: 0 });

  const change = useCallback((part: Partial<GlanceState>) => setState((before) => ({ ...before, ...part })), []);
  useEffect(() => keep(state), [state]);

  useEffect(() => {
    const hear = (told: Told): void => {
      switch (told.kind) {
        case 'corpus':
        case 'none':
          setCorpus(told);
          setBusy(told.kind === 'corpus');
          break;
        case 'changed':
          setOutdated((times) => times + 1);
          break;
        case 'found':
          if (told.serial === waiting.current.find) setFound(told.ids);
          break;
        case 'neighbours':
          if (told.serial === waiting.current.neighbours) setHood(told.model ?? undefined);
          break;
        default:
          if (told.serial !== waiting.current.view) return;
          // What is as it was stays: nothing is drawn or laid out anew for it.
          setModels((before) =>
            isSame(before[told.kind], told.model) ? before : { ...before, [told.kind]: told.model },
          );
          setBusy(false);
          ask({ kind: 'set', key: 'drawn', value: told.kind });
      }
    };
    onTold((message) => {
      const told = decodeTold(message);
      if (told) hear(told);
    });
    ask({ kind: 'ready' });
    const resized = new ResizeObserver(() => setWidth(widthOfPage()));
    resized.observe(document.body);
    return () => resized.disconnect();
  }, []);

  const { tab, scope, network, matrix, chosen } = state;
  const known = corpus?.name;
  const wanted = JSON.stringify(scopeOf(state));
  useEffect(() => {
    if (known === undefined) return;
    waiting.current.view = question('view', { tab, scope: JSON.parse(wanted) });
    // Nobody is told each time that a document is edited.
    if (seen.current === outdated) setBusy(true);
    seen.current = outdated;
  }, [known, tab, wanted, outdated]);
  useEffect(() => {
    if (known === undefined || tab !== 'network') return;
    if (chosen === undefined) {
      waiting.current.neighbours = 0;
      setHood(undefined);
    } else waiting.current.neighbours = question('neighbours', { id: chosen, scope: { ...scope, ...network } });
  }, [known, tab, chosen, wanted, outdated]);

  const locale = corpus?.locale ?? document.documentElement.lang;
  const words = glanceWords(locale);
  const choose = useCallback((id: string | undefined) => change({ chosen: id }), []);
  /** From the list, which is far below: what has been asked for is gone to. */
  const reveal = (id: string): void => {
    choose(id);
    document.querySelector<HTMLElement>('aside')?.focus();
  };
  const open = useCallback((id: string) => ask({ kind: 'openEntity', id }), []);
  const search = (text: string): void => {
    setQuery(text);
    if (text.trim() === '') {
      waiting.current.find = 0;
      setFound(undefined);
    } else waiting.current.find = question('find', { query: text });
  };

  if (corpus && corpus.name === undefined) return <Empty>{words.none}</Empty>;
  const narrowed = isNarrowed(state);
  const shared = { words, isNarrowed: narrowed };
  return (
    <ReaderProvider value={{ locale, links }}>
      <Glance words={words} name={corpus?.name ?? ''} tab={tab} onTab={(next) => change({ tab: next })} busy={busy}>
        <ScopeForm
          scope={scope}
          words={words}
          onScope={(next) => change({ scope: next, matrix: { ...matrix, page: undefined } })}
        />
        {tab === 'timeline' && models.timeline && (
          <Timeline
            {...shared}
            model={models.timeline}
            width={width}
            onScope={(part) => change({ scope: { ...scope, ...part } })}
          />
        )}
        {tab === 'network' && models.network && (
          <Network
            {...shared}
            model={models.network}
            scope={network}
            chosen={hood}
            query={query}
            found={found}
            actions={{ choose: reveal, search, ask: (next) => change({ network: next }) }}
          >
            {models.network.nodes.length > 0 && (
              <Picture
                words={words}
                model={models.network}
                chosen={chosen}
                found={found}
                onChoose={choose}
                onOpen={open}
              />
            )}
          </Network>
        )}
        {tab === 'matrix' && models.matrix && (
          <Matrix {...shared} model={models.matrix} scope={matrix} onScope={(next) => change({ matrix: next })} />
        )}
      </Glance>
    </ReaderProvider>
  );
}

const isSame = (a: object | undefined, b: object): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Of what is drawn: the page without its margins. */
const widthOfPage = (): number => Math.max(280, Math.floor(document.body.clientWidth - marginsOf(document.body)));

function marginsOf(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
}

followLinks();
render(<View />, document.getElementById('page')!);
