/** A saved setting on the command line: what is wrong with it is said with its line, before anything runs. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { optionsFrom } from '../../../src/run/scenarios/from-setting.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'setting-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function read(lines: readonly string[], set: readonly string[] = []) {
  const file = join(root, 'setting.yaml');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return optionsFrom(file, ['leiden'], set);
}

const good = [
  'scenario: "Leiden"',
  'seed: "1"',
  'draws: 8',
  'replications: 2',
  'set:',
  '  - "horizon_years=5"',
];

it('gives the options of the run, with the settings of the command line after those of the file', () => {
  expect(read(good, ['cohort.size=9'])).toEqual({
    seed: '1',
    draws: 8,
    replications: 2,
    set: ['horizon_years=5', 'cohort.size=9'],
  });
});

it('refuses what is no setting, and one of another scenario, with file, line and column', () => {
  const wrong = good.map((line) => line.replace('draws: 8', 'drawz: 8').replace('seed: "1"', 'seed: 1'));
  expect(() => read(wrong)).toThrow(/setting\.yaml:2:7: seed: .*\n.*setting\.yaml:3:1: .*drawz.*draws/s);
  expect(() => read(['scenario: "Assen"', ...good.slice(1)])).toThrow(
    /setting\.yaml:1:11: scenario: the setting is of "Assen"; expected "Leiden"/,
  );
});
