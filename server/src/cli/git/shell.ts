/** Words for the shell in which git runs hooks and drivers. */

export const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
