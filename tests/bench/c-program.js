/** The five-state model as a plain C program: writes its constants, compiles it, runs it. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileModel } from '../../dist/engine/compile/compile.js';
import { seedKey } from '../../dist/simulation/seed.js';

const list = (values) => `{${Array.from(values).join(', ')}}`;
const unsigned = (word) => `${word >>> 0}u`;

/** model.h: the constants of the compiled model, with the digits that the kernel computes with. */
function headerOf({ model, population }, seed) {
  const { transitions, outStart } = compileModel(model);
  const start = population.starts[0];
  const states = model.tracks[0].states;
  const amount = states.map(
    (state) => model.rewards.find(({ when }) => when.in.includes(state))?.amount.values[0] ?? 0,
  );
  const key = seedKey(seed);
  return [
    `#define STATES ${states.length}`,
    `#define TRANSITIONS ${transitions.length}`,
    `#define HORIZON ${model.horizonMonths}`,
    `#define DELTA ${Math.log1p(model.discountRate) / 12}`,
    `#define KEY0 ${unsigned(key[0])}`,
    `#define KEY1 ${unsigned(key[1])}`,
    `#define START_ADDRESS ${unsigned(start.address)}`,
    `static const double start_cumulative[] = ${list(start.cumulative)};`,
    `static const int start_state[] = ${list(start.states)};`,
    `static const int out_start[] = ${list(outStart)};`,
    `static const uint32_t address[] = ${list(transitions.map(({ address }) => unsigned(address)))};`,
    `static const double rate[] = ${list(transitions.map(({ base }) => base))};`,
    `static const int to[] = ${list(transitions.map(({ branches }) => branches[0]))};`,
    `static const double amount[] = ${list(amount)};`,
    '',
  ].join('\n');
}

/** Compiles the program for a model and a seed. Returns a way to run it for so many persons; undefined without a C compiler. */
export function compileC(built, seed) {
  if (spawnSync('gcc', ['--version']).error !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'model.h'), headerOf(built, seed));
  const source = fileURLToPath(new URL('five-states.c', import.meta.url));
  const program = join(folder, 'five-states');
  const { status, stderr } = spawnSync('gcc', ['-O2', `-I${folder}`, source, '-o', program, '-lm']);
  if (status !== 0) throw new Error(`five-states.c does not compile:\n${stderr}`);
  return (persons) => JSON.parse(spawnSync(program, [String(persons)], { encoding: 'utf8' }).stdout);
}
