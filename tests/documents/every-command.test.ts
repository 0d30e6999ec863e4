/**
 * Every command in every document works (`commands.test.ts` has the blocks of both READMEs, in their order): it is run with what stands for its
 * placeholders, and small. What needs a cluster, or shards, or minutes only has to be understood.
 */

import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program } from '../../src/cli/main.js';
import { runHere } from '../cli/program-here.js';
import { folderWith } from '../scenario/temporary-folder.js';

const readmes = ['README.md', 'README.nl.md'];
const documents = [
  ...readmes,
  'bin/README.md',
  'data/README.md',
  'scenarios/README.md',
  'scenarios/models/README.md',
  'CONTRIBUTING.md',
  ...readdirSync('src').flatMap((layer) =>
    readdirSync(join('src', layer)).includes('README.md') ? [`src/${layer}/README.md`] : [],
  ),
];

/** What stands for what a document leaves open. */
const placeholders: readonly (readonly [RegExp, string])[] = [
  [/^\[.*\]$/, ''],
  [/^\.\.\.$/, 'leiden'],
  [/^SCENARIO(?:\.\.\.)?$/, 'leiden'],
  [/^PATH$/, 'income.search_closed'],
  [/^(?:RESULTS|FOLDER)(?:\.\.\.)?$/, 'results/leiden'],
  [/^NAME$/, 'Proef'],
  [/^FILE$/, 'scenarios/experiments/what-ifs.yaml'],
  [/^MODEL(?:\.yaml)?$/, 'scenarios/models/illness-death.yaml'],
  [/^SHELL$/, 'bash'],
  [/^\{\}\/8$/, '1/8'],
  [/^\d-\d+$/, ''],
];

const tiny = ['--draws', '2', '--replications', '1', '--workers', '1', '--quiet'];
const short = ['--set', 'cohort.size=10', '--set', 'horizon_years=2'];
/** With what commands that simulate do it in no time. */
const smaller: Readonly<Record<string, readonly string[]>> = {
  run: [...tiny, ...short],
  compare: tiny,
  sweep: [...tiny, '--base', 'cohort.size=10', '--base', 'horizon_years=2'],
  threshold: [...tiny, ...short],
  model: ['--persons', '100', '--workers', '1', '--quiet'],
};

/** Commands that are only understood: of minutes (`sensitivity` simulates 300 points), of shards, of a saved setting, or of all shipped municipalities. */
const isUnderstood = (args: readonly string[]) =>
  ['calibrate', 'merge', 'sensitivity', 'pilot', 'page'].includes(args[0]!) ||
  ['--shard', '--targets', '--precision', '--from'].some((option) => args.includes(option)) ||
  (args[0] === 'compare' && args.length === 1);

const { commands } = program(() => undefined, { breakdowns: [] });
const names = commands.map((command) => command.name());
/** Commands that are whole by themselves; the name of another, alone in a sentence, is no command. */
const whole = commands.filter(({ registeredArguments: all }) => all.every(({ required }) => !required));
const isWhole = (name: string) => whole.some((command) => command.name() === name && name !== 'model');

/** A command of a document. */
interface Told {
  readonly args: readonly string[];
  /** Whether it speaks of options alone, whatever the scenario: not every scenario has what they name. */
  readonly isOfOptions: boolean;
}

/** The command in a line of shell or a span of code; undefined: it is none. */
function commandIn(code: string): Told | undefined {
  const line = code
    .replace(/\s+#.*$/, '')
    .replace(/ ::: .*$/, '')
    // A job script hands its arguments to `run` and to `merge`.
    .replace(/^(?:job=\$\()?sbatch .*?bin\/slurm-array\.sh (.*?)\)?$/, 'doorstroom run $1 --shard 1/40')
    .replace(/^sbatch .*?bin\/slurm-merge\.sh /, 'doorstroom merge ')
    .replace(/^source <\((.*)\)$/, '$1')
    .replace(/^.*?\bdoorstroom (?=[a-z])/, 'doorstroom ');
  const words = line.split(/\s+/);
  const begins = words[0] === 'doorstroom' ? words.slice(1) : words;
  if (begins.length < 2 && words[0] !== 'doorstroom' && !isWhole(begins[0]!)) return undefined;
  if (!names.includes(begins[0]!) || line === 'model run') return undefined;
  const args = begins.flatMap((word) => {
    const found = placeholders.find(([pattern]) => pattern.test(word));
    const said = found === undefined ? word : found[1];
    return said === '' ? [] : [said];
  });
  const isOfOptions = args[1]?.startsWith('--') === true && !isWhole(args[0]!);
  return { args: isOfOptions ? [args[0]!, 'leiden', ...args.slice(1)] : args, isOfOptions };
}

/** The commands of a document: in its blocks for a shell, and in spans of code. */
function commandsOf(document: string): Told[] {
  const text = readFileSync(document, 'utf8');
  const blocks = [...(readmes.includes(document) ? '' : text).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(
    ([, code]) => code!.trim().split('\n'),
  );
  const spans = [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code]) => code!,
  );
  return [...blocks, ...spans].flatMap((code) => {
    const command = commandIn(code);
    return command === undefined ? [] : [command];
  });
}

const found = new Map(
  documents.flatMap((document) =>
    commandsOf(document).map((command) => [command.args.join(' '), { document, ...command }]),
  ),
);

describe('the commands of the documents', () => {
  const home = process.cwd();
  beforeAll(() => {
    const folder = folderWith({ 'mine.yaml': readFileSync('scenarios/leiden.yaml', 'utf8') });
    mkdirSync(join(folder, 'results'));
    symlinkSync(resolve('scenarios'), join(folder, 'scenarios'));
    process.chdir(folder);
  });
  afterAll(() => process.chdir(home));

  it('are found: each command of the program stands in its document', () => {
    const described = new Set([...found.values()].map(({ args }) => args[0]));
    expect(names.filter((name) => !described.has(name))).toEqual([]);
  });

  it('are understood', async () => {
    for (const { document, args } of found.values()) {
      const root = program(() => undefined, { breakdowns: ['education'] });
      root.configureOutput({ writeErr: () => undefined });
      const refused = await root.parseAsync(['node', 'doorstroom', ...args]).then(
        () => '',
        (error: Error) => error.message,
      );
      expect([document, args.join(' '), refused]).toEqual([document, args.join(' '), '']);
    }
  });

  it('work', async () => {
    // Results that reports and charts are of come first.
    const ordered = [...found.values()].toSorted(
      (a, b) => Number(b.args[0] === 'run') - Number(a.args[0] === 'run'),
    );
    for (const { document, args, isOfOptions } of ordered) {
      if (isOfOptions || isUnderstood(args)) continue;
      // A table names the command, and says beside it what it sweeps over.
      const isBare = args[0] === 'sweep' && args.length === 2;
      const over = isBare ? ['--set', 'income.search_closed=0.7,1'] : [];
      const { status, stderr } = await runHere(...args, ...over, ...(smaller[args[0]!] ?? []));
      expect([document, args.join(' '), status, status === 0 ? '' : stderr]).toEqual([
        document,
        args.join(' '),
        0,
        '',
      ]);
    }
  }, 180_000);
});
