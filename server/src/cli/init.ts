/** `concord init`: the files of a new corpus, small and without a finding. */

import { join, relative, resolve } from 'node:path';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { Environment } from './environment.ts';
import { printable } from './terminal.ts';
import { Told } from './usage.ts';

/** The folder cannot become a corpus; the message says why. */
export class NotCreated extends Told {}

/** Creates what is missing and says so. Throws `NotCreated`, or what the machine objects to. */
export function init(folder: string | undefined, { cwd, files, stdout }: Environment): void {
  const root = resolve(cwd, folder ?? '.');
  const shown = printable(relative(cwd, root) || '.');
  if (folder === '') throw new NotCreated('the name of the folder is empty');
  const kind = files.kindOf(root);
  if (kind !== undefined && kind !== 'folder') throw new NotCreated(`${shown} is not a folder`);
  const name = (path: string) => printable(relative(cwd, join(root, path)));
  for (const [path, text] of STARTER) {
    if (files.create(join(root, path), text)) stdout.write(`created ${name(path)}\n`);
    else if (path === SETTINGS_FILE)
      throw new NotCreated(`${shown} has a ${SETTINGS_FILE} already; nothing was changed`);
    else stdout.write(`exists  ${name(path)}, left as it is\n`);
  }
  const argument = shown === '.' ? '' : ` ${/^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown)}`;
  stdout.write(`\nNext: concord check${argument}, or open the folder in an editor with Concord.\n`);
}

const SETTINGS = `# The settings of this corpus: everything below this folder belongs to it.
version: 1

# Which files are documents and which hold the records of entities.
documents: "**/*.{md,markdown,txt}"
entities: entities/**/*.{yaml,yml}

# What is to be left out, besides what .gitignore names.
exclude: []

# The languages of the documents.
languages: [en, zh]

# Further types of entity, for example
#   media: {parent: organization, label: {en: News organization, zh: 新闻机构}}
types: {}

# Further properties that claims can state, for example
#   member-cities: {subject: organization, value: quantity, unit: city, time: cumulative, direction: up}
properties: {}

# Further units of quantities, for example
#   volunteer: {is: person}
units: {}

# How serious the findings of a check are: off, info, warning or error, for example
#   untagged-name: off
checks: {}
`;

const PEOPLE = `# One record for each person, by id. Every name and alias counts as a mention in the
# documents that declare the id.
ada-lovelace:
  type: person
  name: {en: Ada Lovelace, zh: 阿达·洛芙莱斯}
  aliases: {en: [Lovelace]}
  facts:
    - {property: born-on, value: 1815-12-10, source: documents/first.md#born}
`;

const FIRST = `---
title: The first programmer
lang: en
entities: [ada-lovelace]
claims:
  - id: born
    quote: was born in London on 10 December 1815
    subject: ada-lovelace
    property: born-on
    value: 1815-12-10
---
# The first programmer

Ada Lovelace was born in London on 10 December 1815. What Lovelace wrote about a machine that was never built is often called the first computer program.
`;

/** The settings first: they decide whether anything is created. */
const STARTER: readonly (readonly [path: string, text: string])[] = [
  [SETTINGS_FILE, SETTINGS],
  ['entities/people.yaml', PEOPLE],
  ['documents/first.md', FIRST],
];
