import assert from 'node:assert/strict';
import { parseArguments, UsageError } from '../../server/src/cli/arguments.ts';
import { COMMAND_NAMES, COMMANDS } from '../../server/src/cli/commands.ts';
import { helpPage } from '../../server/src/cli/help.ts';
import { concord } from './memory.ts';

const DEFAULTS = {
  command: 'check',
  paths: [],
  stdinFile: undefined,
  format: 'pretty',
  maxWarnings: Number.POSITIVE_INFINITY,
  showAccepted: false,
  noColor: false,
  fixes: 'leave',
  unsafe: false,
  baseline: undefined,
  watch: false,
  remembers: true,
};

describe('arguments of the command line', () => {
  const read: readonly [argv: string, request: object][] = [
    ['check', DEFAULTS],
    ['check a b/c', { ...DEFAULTS, paths: ['a', 'b/c'] }],
    ['check --format json a', { ...DEFAULTS, format: 'json', paths: ['a'] }],
    ['check a --format=concise', { ...DEFAULTS, format: 'concise', paths: ['a'] }],
    [
      'check --max-warnings 0 --show-accepted --no-color',
      { ...DEFAULTS, maxWarnings: 0, showAccepted: true, noColor: true },
    ],
    ['check --format json --format concise', { ...DEFAULTS, format: 'concise' }],
    ['check -- --format', { ...DEFAULTS, paths: ['--format'] }],
    ['check --format sarif', { ...DEFAULTS, format: 'sarif' }],
    ['check --fix', { ...DEFAULTS, fixes: 'write' }],
    ['check --fix --unsafe a', { ...DEFAULTS, fixes: 'write', unsafe: true, paths: ['a'] }],
    ['check --diff', { ...DEFAULTS, fixes: 'show' }],
    ['check --fix --diff --unsafe', { ...DEFAULTS, fixes: 'show', unsafe: true }],
    ['check --baseline b.json', { ...DEFAULTS, baseline: { file: 'b.json', mode: 'compare' } }],
    ['check --baseline b.json --prune', { ...DEFAULTS, baseline: { file: 'b.json', mode: 'prune' } }],
    [
      'check --fix --baseline b --write-baseline',
      { ...DEFAULTS, fixes: 'write', baseline: { file: 'b', mode: 'write' } },
    ],
    ['check --stdin-filename a.md', { ...DEFAULTS, stdinFile: 'a.md' }],
    ['check - --stdin-filename=a.md', { ...DEFAULTS, stdinFile: 'a.md' }],
    ['check -w', { ...DEFAULTS, watch: true }],
    ['check --help', { command: 'help', of: 'check' }],
    ['check -h', { command: 'help', of: 'check' }],
    ['format', { command: 'format', paths: [], check: false, diff: false, noColor: false }],
    ['format a --check --diff', { command: 'format', paths: ['a'], check: true, diff: true, noColor: false }],
    ['init', { command: 'init', folder: undefined }],
    ['init a', { command: 'init', folder: 'a' }],
    ['lsp --stdio', { command: 'lsp' }],
    ['mcp', { command: 'mcp', folder: undefined, confirm: false }],
    ['mcp a --confirm', { command: 'mcp', folder: 'a', confirm: true }],
    [
      'apply p.json a -y',
      { command: 'apply', proposal: 'p.json', folder: 'a', yes: true, dryRun: false, noColor: false },
    ],
    ['lsp --stdio --clientProcessId=12', { command: 'lsp' }],
    ['--version', { command: 'version' }],
    ['-V', { command: 'version' }],
    ['--help', { command: 'help', of: undefined }],
    ['--help lsp', { command: 'help', of: 'lsp' }],
    ['help', { command: 'help', of: undefined }],
    ['help init', { command: 'help', of: 'init' }],
  ];
  for (const [argv, request] of read) {
    it(argv, () => assert.deepEqual(parseArguments(argv.split(' ')), request));
  }

  const refused: readonly [argv: readonly string[], message: RegExp][] = [
    [['chek'], /^there is no command "chek"; did you mean check\?$/],
    [['frobnicate'], /^there is no command "frobnicate"; see concord --help$/],
    [['toString'], /^there is no command "toString"; see/],
    [['help', 'chekc'], /did you mean check\?$/],
    [['--halp'], /^there is no option "--halp"; did you mean --help\?$/],
    [['--format', 'json'], /^there is no option "--format"; see concord --help$/],
    [['-'], /^a command comes first, not "-"; see concord --help$/],
    [['check', '--formt', 'json'], /^there is no option "--formt"; did you mean --format\?$/],
    [['check', '-format', 'json'], /^there is no option "-format"; did you mean --format\?$/],
    [['check', '--maxwarnings=3'], /^there is no option "--maxwarnings"; did you mean --max-warnings\?$/],
    [['check', '--fix-everything'], /^there is no option "--fix-everything"; see concord check --help$/],
    [['check', '--__proto__'], /^there is no option "--__proto__"; see/],
    [['check', '--constructor'], /^there is no option "--constructor"; see/],
    [['check', '--format', 'jsno'], /^--format has no "jsno"; did you mean json\?$/],
    [
      ['check', '--format', 'checkstyle'],
      /^--format has no "checkstyle" \(there are pretty, concise, json, github, sarif, junit\)$/,
    ],
    [['check', '--format'], /^--format needs a value: pretty, concise, json, github, sarif, junit$/],
    [['check', '--unsafe'], /^--unsafe needs --fix or --diff: alone it would change nothing$/],
    [['check', '--prune'], /^--prune needs --baseline, which says of what$/],
    [['check', '--write-baseline'], /^--write-baseline needs --baseline, which says where to$/],
    [['check', '--baseline'], /^--baseline needs a value: FILE$/],
    [
      ['check', '--baseline', 'b', '--prune', '--write-baseline'],
      /^--write-baseline and --prune contradict each other$/,
    ],
    [['check', '--staged', '--fix'], /^--staged and --fix contradict each other$/],
    [['check', '--since', 'main', '--baseline', 'b', '--prune'], /^--since and --prune contradict each other$/],
    [['check', '--watch', '--fix'], /^--watch and --fix contradict each other$/],
    [['check', '-'], /^standard input needs --stdin-filename/],
    [['check', 'a', '--stdin-filename', 'b'], /^--stdin-filename checks that file alone, so it takes no PATH/],
    [['check', '--stdin-filenam', 'b'], /did you mean --stdin-filename\?$/],
    [['check', '--format='], /^--format needs a value/],
    [['check', '--format', '--no-color'], /^--format needs a value/],
    [['check', '--max-warnings', '-1'], /^--max-warnings needs a value: N$/],
    [['check', '--max-warnings=-1'], /^--max-warnings takes a whole number from 0, not "-1"$/],
    [['check', '--max-warnings', '1.5'], /not "1\.5"$/],
    [['check', '--max-warnings', '1e3'], /not "1e3"$/],
    [['check', '--show-accepted=no'], /^--show-accepted takes no value$/],
    [['init', 'a', 'b'], /^init takes one folder/],
    [['lsp'], /^lsp needs --stdio/],
    [['lsp', '--stdio', 'x'], /^lsp takes no "x"/],
    [['lsp', '--sdtio'], /did you mean --stdio\?$/],
  ];
  for (const [argv, message] of refused) {
    it(`refuses ${argv.join(' ')}`, async () => {
      assert.throws(
        () => parseArguments(argv),
        (reason) => reason instanceof UsageError && message.test(reason.message),
      );
      const { code, stdout, stderr } = await concord(argv);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^concord: [^\n]+\n$/);
    });
  }

  it('says on one line, and harmlessly, what hostile arguments are', async () => {
    const { stderr } = await concord(['a\n\x1b[31mb']);
    assert.equal(stderr, 'concord: there is no command "a\u240a\u241b[31mb"; see concord --help\n');
  });

  it('shows its help and fails where nothing is asked', async () => {
    const { code, stdout, stderr } = await concord([]);
    assert.deepEqual([code, stdout, stderr], [2, '', helpPage(undefined)]);
  });

  it('starts the server and leaves the exit code to it', async () => {
    const { code, stdout, stderr } = await concord(['lsp', '--stdio']);
    assert.deepEqual([code, stdout, stderr], [undefined, '', 'server started']);
  });
});

describe('help pages', () => {
  it('fit 80 columns', () => {
    for (const name of [undefined, ...COMMAND_NAMES]) {
      for (const line of helpPage(name).split('\n')) assert.ok(line.length <= 80, line);
    }
  });

  it('name every command, option and value', () => {
    for (const name of COMMAND_NAMES) {
      assert.match(helpPage(undefined), new RegExp(`^  ${name} +\\S`, 'm'));
      for (const [option, { hidden, choices }] of Object.entries(COMMANDS[name].options)) {
        assert.equal(helpPage(name).includes(`--${option}`), !hidden, option);
        for (const choice of choices ?? []) assert.ok(helpPage(name).includes(choice), choice);
      }
    }
  });
});
