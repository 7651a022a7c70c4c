/** What a command's entry is made of, and the parts that several commands have. Knows no command. */

export interface Option {
  readonly short?: string;
  /** The placeholder of its value; an option without one is a switch. */
  readonly value?: string;
  /** The values it takes; any where there are none. */
  readonly choices?: readonly string[];
  readonly help: string;
  /** It may be given several times; its values are then joined by commas. */
  readonly many?: boolean;
  /** For the programs that start this one; not on a help page. */
  readonly hidden?: boolean;
}

export interface Command {
  readonly summary: string;
  readonly usage: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Further headed sections. */
  readonly sections: readonly Section[];
}

/** A heading, and rows of a term with what is said of it. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [term: string, text: string])[];
}

export const HELP: Option = { short: 'h', help: 'Show this page.' };

export const ENVIRONMENT: Section = {
  title: 'Environment',
  rows: [
    ['LC_ALL, LC_MESSAGES, LANG', 'zh…: findings and explanations are worded in Chinese. Codes and keys never change.'],
    ['NO_COLOR', 'Anything but nothing: no colours.'],
    ['FORCE_COLOR', 'Anything but nothing and 0: colours without a terminal too. Stronger than NO_COLOR.'],
  ],
};

export const TRUST_ROW = [
  'CONCORD_TRUST_GIT',
  '1: filters that the repository’s own configuration names, such as git-crypt, and the transport of a partial clone are used. By default nothing that a repository names is started, unless git itself has started the command, as it does for a hook.',
] as const;
