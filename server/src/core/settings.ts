/** A corpus' settings: `concord.yaml` parsed once into a frozen object. Knows shapes; which checks exist is not its business. */

import { Decoder } from './decoder.ts';
import { globTest } from './glob.ts';
import { isLanguageTag } from './languageTag.ts';
import type { Problem, Text } from './problem.ts';
import { propertiesOf } from './settings/properties.ts';
import { entriesOf, labelsOf, numberOf } from './settings/shapes.ts';
import { type EntityType, Vocabulary } from './vocabulary.ts';
import { parseYaml, type YamlMap, type YamlNode } from './yaml.ts';

export { PROPERTY_KEYS } from './settings/properties.ts';

export const SETTINGS_FILE = 'concord.yaml';

/** A unit that a corpus adds: another name for one (`is`), a multiple of one (`to`, `factor`), or one of its own. */
export interface UnitDefinition {
  readonly id: string;
  readonly is?: string;
  readonly to?: string;
  readonly factor?: number;
}

export interface Settings {
  readonly kind: 'settings';
  readonly path: string;
  readonly text: string;
  readonly root?: YamlMap;
  /** Globs of the documents, from the corpus root. */
  readonly documents: readonly string[];
  readonly entities: readonly string[];
  readonly exclude: readonly string[];
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly units: readonly UnitDefinition[];
  /** Severity or `off`, by code, as written. */
  readonly checks: ReadonlyMap<string, { readonly key: Text; readonly value: Text }>;
  /** Expected widths, as fractions. */
  readonly widths: { readonly about: number; readonly nearly: number };
  readonly problems: readonly Problem[];
}

export const SETTINGS_KEYS = [
  'version',
  'documents',
  'entities',
  'exclude',
  'languages',
  'types',
  'properties',
  'units',
  'checks',
  'widths',
] as const;
export const TYPE_KEYS = ['label', 'parent', 'icon', 'color'] as const;
export const UNIT_KEYS = ['is', 'to', 'factor'] as const;

const DEFAULT_DOCUMENTS = ['**/*.{md,markdown,txt}'];
const DEFAULT_ENTITIES = ['entities/**/*.{yaml,yml}'];
const DEFAULT_WIDTH = 0.1;

/** Reads `concord.yaml`; never throws, and what cannot be read has its default. */
export function parseSettings(text: string, path = SETTINGS_FILE): Settings {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const tree = parseYaml(text, { start, end: text.length });
  const decoder = new Decoder(text, tree.faults);
  const root = decoder.map(tree.root, 'settings');
  const fields = root ? decoder.fields(root, SETTINGS_KEYS, 'settings', 'report') : new Map();
  const node = (key: string): YamlNode | undefined => fields.get(key)?.value;
  const version = decoder.textOf(node('version'), 'version');
  if (version && version.value !== '1') decoder.wrongShape('version', version.span, { value: version.value });
  const types = typesOf(decoder, node('types'));
  const properties = propertiesOf(decoder, node('properties'));
  const vocabulary = new Vocabulary(types, properties);
  const languages = languagesOf(decoder, node('languages'));
  return Object.freeze({
    kind: 'settings',
    path,
    text,
    root,
    documents: globsOf(decoder, node('documents'), 'documents') ?? DEFAULT_DOCUMENTS,
    entities: globsOf(decoder, node('entities'), 'entities') ?? DEFAULT_ENTITIES,
    exclude: globsOf(decoder, node('exclude'), 'exclude') ?? [],
    languages: languages.length > 0 ? languages : ['en', 'zh'],
    vocabulary,
    units: unitsOf(decoder, node('units')),
    checks: checksOf(decoder, node('checks')),
    widths: widthsOf(decoder, node('widths')),
    problems: decoder.problems,
  } as const);
}

function languagesOf(decoder: Decoder, node: YamlNode | undefined): readonly string[] {
  return decoder.textsOf(node, 'languages').flatMap(({ value, span }) => {
    if (isLanguageTag(value)) return [value];
    decoder.wrongShape('language', span, { value });
    return [];
  });
}

function globsOf(decoder: Decoder, node: YamlNode | undefined, field: string): readonly string[] | undefined {
  if (!node || node.kind === 'missing') return undefined;
  const globs = decoder.textsOf(node, field).flatMap(({ value, span }) => {
    if (leavesRoot(value)) decoder.wrongShape('outside', span, { path: value });
    else if (!globTest(value)) decoder.wrongShape('costly-glob', span, { glob: value });
    else return [value.replace(/^\.\//, '')];
    return [];
  });
  // An empty list is a choice; a list of which nothing can be used is a mistake, and must not empty the corpus.
  return globs.length > 0 || (node.kind === 'seq' && node.items.length === 0) ? globs : undefined;
}

/** Whether a path or glob points out of the corpus: absolute, by drive, or through `..`. */
export function leavesRoot(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..');
}

function typesOf(decoder: Decoder, node: YamlNode | undefined): readonly EntityType[] {
  return entriesOf(decoder, node, 'types').map(({ key, value }): EntityType => {
    const map = decoder.map(value, 'map');
    const fields = map ? decoder.fields(map, TYPE_KEYS, 'type', 'report') : new Map();
    const text = (name: string) => decoder.textOf(fields.get(name)?.value, name)?.value;
    const parent = text('parent');
    return {
      id: key.value,
      label: labelsOf(decoder, fields.get('label')?.value, key.value),
      ...(parent !== undefined && { parent }),
      icon: text('icon') ?? 'tag',
      color: text('color') ?? `concord.${parent ?? 'concept'}`,
    };
  });
}

function unitsOf(decoder: Decoder, node: YamlNode | undefined): readonly UnitDefinition[] {
  return entriesOf(decoder, node, 'units').flatMap(({ key, value }): readonly UnitDefinition[] => {
    const map = decoder.map(value, 'map');
    if (!map) return value.kind === 'missing' ? [{ id: key.value }] : [];
    const before = decoder.problems.length;
    const fields = decoder.fields(map, UNIT_KEYS, 'unit', 'report');
    const is = decoder.textOf(fields.get('is')?.value, 'is')?.value;
    const to = decoder.textOf(fields.get('to')?.value, 'to')?.value;
    const factor = numberOf(decoder, fields.get('factor')?.value, 'factor');
    if (is !== undefined) return [{ id: key.value, is }];
    if (to === undefined && factor === undefined) return [{ id: key.value }];
    if (to !== undefined && factor !== undefined && factor > 0) return [{ id: key.value, to, factor }];
    decoder.wrongShapeSince(before, 'unit', key.span, { unit: key.value });
    return [];
  });
}

function checksOf(decoder: Decoder, node: YamlNode | undefined): Settings['checks'] {
  const checks = new Map<string, { key: Text; value: Text }>();
  for (const { key, value } of entriesOf(decoder, node, 'checks')) {
    const severity = decoder.oneOf(value, key.value, ['off', 'info', 'information', 'warning', 'error'] as const);
    if (severity) checks.set(key.value, { key, value: { value: severity, span: value.span } });
  }
  return checks;
}

function widthsOf(decoder: Decoder, node: YamlNode | undefined): Settings['widths'] {
  const map = decoder.map(node, 'map');
  const fields = map ? decoder.fields(map, ['about', 'nearly'], 'widths', 'report') : new Map();
  const width = (name: string): number => {
    const value = numberOf(decoder, fields.get(name)?.value, name);
    if (value === undefined || (value > 0 && value < 1)) return value ?? DEFAULT_WIDTH;
    decoder.wrongShape('width', fields.get(name)!.value.span, { field: name });
    return DEFAULT_WIDTH;
  };
  return { about: width('about'), nearly: width('nearly') };
}
