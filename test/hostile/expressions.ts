/** Finds the regular expressions of the program: those written as such, and those put together when it is loaded. */

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Where it is written, or that it was put together. */
  readonly place: string;
}

const ROOT = resolve(import.meta.dirname, '../..');
const OURS = /^(?:server|client)\/src\/.*\.tsx?$/;

interface SyntaxNode {
  readonly kind: SyntaxKind;
  readonly text?: string;
  forEachChild(visit: (node: SyntaxNode) => void): void;
}

/** The literals, by the compiler's own parser: no search by pattern tells a division from an expression. */
export function literals(): readonly Expression[] {
  const api = new API({ cwd: ROOT });
  try {
    const configuration = resolve(ROOT, 'tsconfig.json');
    const program = api.updateSnapshot({ openProjects: [configuration] }).getProject(configuration)!.program;
    const found = new Map<string, Expression>();
    for (const name of program.getSourceFileNames()) {
      const file = name.slice(ROOT.length + 1);
      if (!OURS.test(file)) continue;
      const visit = (node: SyntaxNode): void => {
        if (node.kind === SyntaxKind.RegularExpressionLiteral) {
          const end = node.text!.lastIndexOf('/');
          const [source, flags] = [node.text!.slice(1, end), node.text!.slice(end + 1)];
          found.set(node.text!, { source, flags, place: file });
        }
        node.forEachChild(visit);
      };
      visit(program.getSourceFile(name) as unknown as SyntaxNode);
    }
    return [...found.values()];
  } finally {
    api.close();
  }
}

/** What begins to work, or to listen, as soon as it is loaded. */
const STARTS = ['cli.ts', 'node.ts', 'browser.ts', 'html.ts'];

/** The expressions that modules of the server put together from tables while they are loaded, in a process of its own. */
export function composed(): readonly Expression[] {
  const files = execFileSync('git', ['ls-files', 'server/src'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.ts$/.test(file) && !STARTS.includes(file.slice('server/src/'.length)));
  const script = `
    const made = [];
    const Native = RegExp;
    globalThis.RegExp = new Proxy(Native, {
      construct(target, given, self) {
        const one = Reflect.construct(target, given, self === globalThis.RegExp ? target : self);
        const place = (new Error().stack ?? '').split('\\n').slice(2).find((line) => !line.includes('node:')) ?? '';
        if (place.includes('/server/src/')) made.push({ source: one.source, flags: one.flags, place: place.replace(/^.*\\/server\\/src\\//, '') });
        return one;
      },
    });
    for (const file of ${JSON.stringify(files.map((file) => pathToFileURL(resolve(ROOT, file)).href))}) await import(file);
    process.stdout.write(JSON.stringify(made), () => process.exit(0));`;
  const answer = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(answer) as Expression[];
}
