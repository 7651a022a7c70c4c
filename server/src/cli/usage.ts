/** What is said to a user whose arguments make no sense. Knows no command. */

import { printable } from './terminal.ts';

/** The user asked for something that there is not. The message is one line, without a full stop at its end. */
export class UsageError extends Error {}

/** Where the options of a command are described; of `concord` itself for the empty word. */
export const see = (command: string): string => `see concord ${command === '' ? '' : `${command} `}--help`;
export const quoted = (word: string): string => `"${printable(word)}"`;
