/** What the lines and brackets of a reading view mean. */

import { STATES } from '../../features/reading/model.ts';
import { useReader } from '../reader.ts';
import { StateIcon } from './StateIcon.tsx';
import { readingWordsIn } from './words.ts';

const TYPES = [
  ['person', 'who'],
  ['organization', 'body'],
  ['place', 'where'],
  ['event', 'when'],
  ['concept', 'thought'],
] as const;

export function Legend() {
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  return (
    <details class="legend">
      <summary>{words.legend}</summary>
      <p>{words.legendNames}</p>
      <ul>
        {TYPES.map(([type, name]) => (
          <li key={type}>
            <span class={`name ${type}`}>{words.types[name]}</span>
          </li>
        ))}
        <li>
          <span class="name untagged">{words.untagged}</span>
        </li>
        <li>
          <span class="name ambiguous">{words.ambiguousName}</span>
        </li>
      </ul>
      <p>{words.legendPassages}</p>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <StateIcon state={state} /> <mark class={`${state} first last`}>{words.states[state]}</mark>
          </li>
        ))}
      </ul>
    </details>
  );
}
