/** What is said to a user whose arguments make no sense, or who asked for what cannot be done. Knows no command. */

import { printable } from './terminal.ts';

/** Something that the user is told in one line, without a full stop at its end; the exit code is 2. */
export class Told extends Error {}

/** The user asked for something that there is not. */
export class UsageError extends Told {}

/** Where the options of a command are described; of `concord` itself for the empty word. */
export const see = (command: string): string => `see concord ${command === '' ? '' : `${command} `}--help`;
export const quoted = (word: string): string => `"${printable(word)}"`;
