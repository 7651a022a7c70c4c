/** The picture of the network with its controls: by mouse, by touch and by keys. What it shows stands in the list below as well. */

import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NetworkModel } from '../../../server/src/lsp/protocol.ts';
import type { GlanceWords } from '../../../server/src/pages/glance/words.ts';
import { type Direction, Drawing, type Places } from './drawing.ts';

export interface PictureProps {
  readonly model: NetworkModel;
  readonly words: GlanceWords;
  readonly chosen: string | undefined;
  readonly found: readonly string[] | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Of the picture that was here before: it comes back as it was. */
let last: Places | undefined;

export function Picture({ model, words, chosen, found, onChoose, onOpen }: PictureProps): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | undefined>(undefined);
  const [state, setState] = useState<'drawn' | 'settled' | 'impossible' | undefined>();
  useEffect(() => {
    try {
      drawing.current = new Drawing(container.current!, model, {
        before: last,
        onChoose,
        onOpen,
        onProgress: setState,
      });
    } catch {
      setState('impossible');
    }
    return () => {
      last = drawing.current?.places ?? last;
      drawing.current?.end();
      drawing.current = undefined;
    };
    // What is done with it never changes what is drawn.
  }, [model]);
  useEffect(() => drawing.current?.mark(chosen, found), [model, chosen, found]);
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const direction = DIRECTIONS[event.key];
    const zoom =
      event.key === '+' || event.key === '=' ? 'in' : event.key === '-' ? 'out' : event.key === '0' ? 'all' : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction) {
      const next = drawing.current?.next(direction);
      if (next !== undefined) onChoose(next);
    } else if (zoom) drawing.current?.zoom(zoom);
    else if (event.key === 'Enter' && chosen !== undefined) onOpen(chosen);
    else if (event.key === 'Escape') onChoose(undefined);
    else return;
    event.preventDefault();
  };
  const isPossible = state !== 'impossible';
  return (
    <div class="picture" data-state={state}>
      {!isPossible && <p class="empty">{words.net.noPicture}</p>}
      <div
        class="canvas"
        hidden={!isPossible}
        ref={container}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is worked by keys
        tabIndex={0}
        role="application"
        aria-label={words.net.picture}
        aria-describedby="picture-keys"
        onKeyDown={press}
      />
      {isPossible && (
        <>
          <p class="tools">
            <button
              type="button"
              aria-label={words.net.zoomIn}
              title={words.net.zoomIn}
              onClick={() => drawing.current?.zoom('in')}
            >
              +
            </button>
            <button
              type="button"
              aria-label={words.net.zoomOut}
              title={words.net.zoomOut}
              onClick={() => drawing.current?.zoom('out')}
            >
              −
            </button>
            <button type="button" onClick={() => drawing.current?.zoom('all')}>
              {words.net.fit}
            </button>
            <span class="muted" role="status">
              {state === 'settled' ? words.net.settled : words.net.settling}
            </span>
          </p>
          <p id="picture-keys" class="muted keys">
            {words.net.keys}
          </p>
        </>
      )}
    </div>
  );
}
