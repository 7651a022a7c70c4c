/** The texts of the extension that VS Code translates, as the sources name them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

export interface Call {
  readonly file: string;
  /** The English text, which is the key; undefined where the call does not give it as one literal. */
  readonly text: string | undefined;
  /** What stands there, for a message. */
  readonly source: string;
}

/** Every call of `l10n.t` below a folder, also under the name `t` where a file takes it apart. */
export function callsIn(folder: string): readonly Call[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => callsOf(file, readFileSync(join(folder, file), 'utf8')));
}

/** The compiler takes comments and white space away and puts texts together that are added. */
export function callsOf(file: string, source: string): readonly Call[] {
  const { code } = transformSync(source, {
    loader: 'ts',
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: false,
    charset: 'utf8',
    target: 'es2022',
  });
  const taken = /\{t(?::([\w$]+))?\}=vscode\.l10n/.exec(code);
  const names = ['l10n\\.t', ...(taken ? [`(?<![\\w$.])${taken[1] ?? 't'}`] : [])];
  const calls = new RegExp(`(?:${names.join('|')})\\(`, 'g');
  return [...code.matchAll(calls)].map((match) => {
    const rest = code.slice(match.index + match[0].length);
    return { file, text: literalAt(rest), source: rest.slice(0, 60) };
  });
}

const LITERAL = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`)(?=[,)])/s;

function literalAt(code: string): string | undefined {
  const literal = LITERAL.exec(code)?.[0];
  // Written by the compiler, of a source of ours: no stranger's text is evaluated here.
  return literal === undefined ? undefined : (new Function(`return ${literal}`)() as string);
}
