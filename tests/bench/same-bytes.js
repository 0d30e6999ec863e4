// Holds two commits against each other: every file that a set of commands writes from the shipped scenarios, byte for byte.
//
//   node tests/bench/same-bytes.js BEFORE [AFTER] [--full] [--only NAME,NAME]
//
// BEFORE and AFTER are commits; without AFTER the working tree, as it is built in dist/. What a commit writes is kept in the
// folder for temporary files, so that it is made once. --full also runs all scenarios at their default size; --only runs some of
// the commands (their names stand below).
// Exit status 1 where a CSV file differs, or is missing; other files are named too, those that tell times or versions aside.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOptions } from './options.js';

const { values, positionals } = readOptions(
  'node tests/bench/same-bytes.js BEFORE [AFTER] [--full] [--only NAME,NAME]',
  { full: { type: 'boolean', default: false }, only: { type: 'string' } },
  (read) => {
    if (![1, 2].includes(read.positionals.length)) throw new Error('expected one commit or two');
  },
);

const small = ['--draws', '4', '--replications', '2', '--quiet', '--force'];

/** What is run, by the name of the folder that it writes; `FILE` stands for a file of that name, `MODEL` for a bare model. */
const commands = {
  compare: ['compare', '--standardised', '--by', 'education', '--persons', ...small],
  national: ['run', 'scenarios/national.yaml', '--by', 'age', ...small],
  single: ['run', 'scenarios/leiden.yaml', '--draws', '1', '--replications', '20', '--quiet', '--force'],
  dutch: ['run', 'scenarios/almere.yaml', '--csv', 'nl', '--set', 'cohort.size=40', ...small],
  sweep: ['sweep', 'scenarios/leiden.yaml', '--set', 'income.work=0.01,0.02', ...small],
  model: ['model', 'run', 'MODEL', '--persons', '3000', '--quiet', '--force'],
  'trace.csv': ['trace', 'scenarios/leiden.yaml', '--person', '3', '--all', '--csv-file', 'FILE'],
  'explain.csv': ['explain', 'scenarios/amsterdam.yaml', '--csv-file', 'FILE'],
  calibrate: ['calibrate', '--rounds', '60,40', '--persons', '200', '--draws', '20', '--quiet', '--force'],
};
if (values.full) commands.full = ['compare', '--quiet', '--force'];

/** Commands that read what another has written. */
const readers = {
  charts: (results) => ['charts', join(results, 'compare/leiden')],
  report: (results) => ['report', join(results, 'compare/leiden'), '--format', 'md,latex', '--lang', 'nl'],
};

/** The bare model that is run; until November 2026 it stood among the fixtures of the tests. */
const modelOf = (program) =>
  ['scenarios/models', 'tests/fixtures/models']
    .map((folder) => join(program, folder, 'sick-sicker.yaml'))
    .find(existsSync);

const only = values.only?.split(',');
const unknown = only?.find((name) => !(name in commands) && !(name in readers));
if (unknown !== undefined) {
  const known = [...Object.keys(commands), ...Object.keys(readers)].join(', ');
  console.error(`--only ${unknown}: unknown; expected some of ${known}`);
  process.exit(2);
}
const isWanted = (name) => only === undefined || only.includes(name);
/** What is run for that: readers need what they read. */
const isNeeded = (name) => isWanted(name) || (name === 'compare' && Object.keys(readers).some(isWanted));

const run = (program, args, options = {}) =>
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });

/** Unpacks and builds a commit; the packages are those that are installed here. */
function checkOut(commit) {
  const folder = join(tmpdir(), `doorstroom-${commit.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished);
  const archive = execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 });
  run('tar', ['-x', '-C', unfinished], { input: archive, stdio: ['pipe', 'ignore', 'inherit'] });
  symlinkSync(resolve('node_modules'), join(unfinished, 'node_modules'));
  run('npm', ['run', '--silent', 'build'], { cwd: unfinished });
  renameSync(unfinished, folder);
  return folder;
}

/** Runs all commands of a built program; `results` is made whole or not at all. */
function writeAll(program, results, isRun = () => true) {
  const unfinished = `${results}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const start = (args, at, out) => {
    const to = args.includes('FILE') ? [] : ['--out', at];
    const filled = args.map((arg) => ({ FILE: at, MODEL: modelOf(program) })[arg] ?? arg);
    run('node', [join(program, 'bin/doorstroom.js'), ...filled, ...to], { cwd: program, ...out });
  };
  for (const [name, args] of Object.entries(commands)) if (isRun(name)) start(args, join(unfinished, name));
  for (const [name, args] of Object.entries(readers))
    if (isRun(name)) start(args(unfinished), join(unfinished, name));
  rmSync(results, { recursive: true, force: true });
  renameSync(unfinished, results);
}

/** Hash of every file in a folder, by its path there. */
function hashesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path.slice(folder.length + 1), hash];
    }),
  );
}

/** What a commit, or the working tree, writes. */
function filesOf(revision) {
  if (revision === undefined) {
    const results = join(tmpdir(), `doorstroom-bytes-here-${process.pid}`);
    writeAll(resolve('.'), results, isNeeded);
    const hashes = hashesOf(results);
    if (!process.env.KEEP) rmSync(results, { recursive: true });
    return hashes;
  }
  const commit = execFileSync('git', ['rev-parse', revision], { encoding: 'utf8' }).trim();
  // The name knows what is run: other commands write other files.
  const kind = createHash('sha256')
    .update(JSON.stringify([commands, readers.report(''), only]))
    .digest('hex');
  const results = join(tmpdir(), `doorstroom-bytes-${commit.slice(0, 12)}-${kind.slice(0, 8)}`);
  if (!existsSync(results)) writeAll(checkOut(commit), results, isNeeded);
  return hashesOf(results);
}

/** Files that tell when or with what they were made. */
const tellsTimes = /manifest\.json$|datapackage\.json$|report\.md$/;

const before = filesOf(positionals[0]);
const after = filesOf(positionals[1]);
const names = [...new Set([...before.keys(), ...after.keys()])]
  .filter((name) => isWanted(name.split('/')[0]))
  .sort();
const unlike = names.filter((name) => before.get(name) !== after.get(name));
for (const name of unlike) {
  const what = !after.has(name) ? 'is missing' : !before.has(name) ? 'is new' : 'differs';
  console.log(`${name} ${what}`);
}
const tables = (list) => list.filter((name) => name.endsWith('.csv'));
console.log(
  `${tables(names).length} CSV files, ${tables(unlike).length} unlike; ${names.length} files, ${unlike.filter((name) => !tellsTimes.test(name)).length} unlike besides those that tell times`,
);
// Where nothing was held against anything, nothing is the same.
if (tables(unlike).length > 0 || names.length === 0) process.exitCode = 1;
