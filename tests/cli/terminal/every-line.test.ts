/** Every line of every command, by its width on terminals of 60, 80 and 160 columns, and by its language. */

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { displayWidth } from '../../../src/cli/terminal/layout/text.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { fixOthers } from '../price.js';
import { runHere } from '../program-here.js';

const widths = [60, 80, 160];
const printed = new Map<number, string[]>();
/** Of what is printed in Dutch, at one width. */
let dutch: string[] = [];

// Each command is run once, and its lines are made for every width and language.
vi.mock(import('../../../src/cli/terminal/screen.js'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    print: async (linesFor) => {
      for (const columns of widths) {
        const page = { table: columns, text: columns };
        const inDutch = linesFor({ ...page, language: 'nl' }, actual.plain);
        const lines = [...linesFor({ ...page, language: 'en' }, actual.plain), ...inDutch];
        printed.set(columns, [...(printed.get(columns) ?? []), ...lines]);
        if (columns === 160) dutch = [...dutch, ...inDutch];
      }
    },
  };
});

const scenario = (name: string) =>
  `name: "${name}"\nextends: heerlen\nhorizon_years: 6\ncohort:\n  size: 12\n`;
const open = `alternatives:
  strict:
    question: "${'Is the municipality strict '.repeat(7)}?"
    options: { no: { weight: 0.75, label: "No" }, yes: { weight: 0.25, label: "${'Yes, very '.repeat(15)}" } }
sanction: { hazard: { by: alternatives.strict, values: { no: 0.001, yes: 0.01 } } }
`;
// Names as long as they may be, and in letters of two columns.
const folder = folderWith({
  'a.yaml': `${scenario(`${'Súdwest-Fryslân en omstreken '.repeat(2)}aan zee`)}${open}`,
  'b.yaml': scenario('莱顿和周边地区'),
});
/** Approaches of as many letters as readers put up with: two that differ in the last one, and one without a space. */
const labels = {
  first: 'Eerst de hele inburgering afronden en pas daarna gaan werken',
  a: 'Vanaf de eerste dag taal, werk en begeleiding tegelijk, wijk A',
  b: 'Vanaf de eerste dag taal, werk en begeleiding tegelijk, wijk B',
  whole: 'Vergunninghoudersdoorstroomversnellingsa',
};
const approaches = Object.entries(labels).map(
  ([name, label], i) => `  ${name}:
    label: "${label}"
    course: { opens: { housing: housed }, mean_wait: { value: ${5 - i}, low: ${4 - i}, high: ${6 - i}, distribution: triangular, unit: months, label: assumption, note: x } }
    search: { opens: { housing: housed } }
    activities: {}
`,
);
const longName = `${'Súdwest-Fryslân en omstreken '.repeat(2)}aan zee`;
const long = `name: "${longName}"
extends: [population, integration, kinds]
regime: wi2013
horizon_years: 2
discount_rate: 0.0225
self_sufficiency: { states: [work], sustained_months: 6 }
reference: first
cohort: { size: 12, first_permit: 2016-01-01, inflow_months: 0 }
approaches:
${approaches.join('')}`;
writeFileSync(join(folder, 'long.yaml'), long);
// Of few uncertain numbers, since each is simulated at both of its ends; so few draws tell of none what hangs on it.
const waits = Object.keys(labels).map((name) => `approaches.${name}.course.mean_wait`);
fixOthers(join(folder, 'fixed.yaml'), 'long.yaml', longName, [
  ...waits,
  'income.search_closed',
  'income.work',
  'effects.work_men',
]);
const out = 'out';
const few = ['--draws', '4', '--replications', '1', '--workers', '1', '--out', out];
process.chdir(folder);

/** Runs a command; the lines that are too wide, by the width of the terminal. */
async function tooWide(...args: string[]) {
  printed.clear();
  dutch = [];
  const { status, stderr } = await runHere(...args);
  expect([status, stderr.includes('bug')]).toEqual([0, false]);
  expect(printed.size).toBe(widths.length);
  return widths.flatMap((columns) =>
    printed.get(columns)!.filter((line) => displayWidth(line) > columns || /\s$/.test(line)),
  );
}

const model = join(resolve(import.meta.dirname, '../../..'), 'tests/fixtures/models/five-states.yaml');

it.each([
  ['list'],
  ['validate', 'a'],
  ['validate', 'leiden', '--targets', '--draws', '2', '--persons', '100'],
  ['explain', 'bridging-year'],
  ['explain', 'a', 'income'],
  ['explain', 'a', 'sanction.hazard'],
  ['explain', 'a', '--measures'],
  ['trace', 'a', '--person', '3', '--all'],
  ['run', 'a', '--by', 'household', ...few],
  ['compare', 'a', '--with', 'b', ...few],
  ['compare', 'out/a', 'out/b', '--lang', 'nl'],
  ['sweep', 'a', '--set', 'income.search_closed=0.5, 1', '--set', 'effects.work_women=1, 1.2', ...few],
  ['model', 'run', model, '--persons', '100', '--workers', '1', '--out', out],
  ['init', 'Nieuwe stad'],
])('%s %s %s', async (...args) => {
  expect(await tooWide(...args)).toEqual([]);
  if (!['run', 'compare', 'sweep'].includes(args[0]!)) return;
  const english = /\b(?:the|and|with|which|from|than|are|under|years?|months|points?|draws?|euros)\b/i;
  // What is named by the scenario or is a path.
  const own = /income\.search_closed|effects\.work_women|Súdwest.*?zee|the municipality|sweep\.csv/g;
  expect(dutch.filter((line) => english.test(line.replaceAll(own, '')))).toEqual([]);
  expect(dutch.filter((line) => /\b(?:het|een|per|van|aanpak|jaar)\b/.test(line)).length).toBeGreaterThan(4);
});

it.each([
  ['threshold', 'long', 'income.search_closed', ...few],
  ['threshold', 'long', 'income.search_closed', '--against', 'income.work', ...few, '--draws', '1'],
  ['sensitivity', 'fixed', '--trajectories', '0', '--base-points', '0', ...few],
  ['pilot', 'long', ...few, '--draws', '12'],
  ['run', 'long', ...few],
  ['compare', 'long', '--with', 'a', '--horizon', '2', ...few],
])('%s %s %s of approaches with long labels', async (...args) => {
  expect(await tooWide(...args)).toEqual([]);
  const told = printed.get(60)!.join(' ').replaceAll(/\s+/g, ' ');
  // To the last letter, in which two of them differ.
  expect([labels.a, labels.b, labels.whole].filter((label) => !told.includes(label))).toEqual([]);
  // An option is typed as it stands.
  expect(printed.get(60)!.filter((line) => /--[a-z-]+-$/.test(line))).toEqual([]);
});
