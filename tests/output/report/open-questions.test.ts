/** What a report says of questions that the source leaves open. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Report } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { makeRun } from './results.js';

const root = mkdtempSync(join(tmpdir(), 'open-'));
afterAll(() => rmSync(root, { recursive: true }));

const { NaN: none } = Number;

function row(
  option: string,
  weight: number,
  draws: number,
  [estimate, low, high]: readonly [number, number, number],
) {
  const answer = { no: 'It does not', yes: 'It does', '': '' }[option]!;
  const which = {
    alternative: option === '' ? '' : 'teaches',
    option,
    question: option === '' ? '' : 'Teaches?',
  };
  return (against: string, measure: string, unit: string, month: number, factor: number) => ({
    approach: 'parallel',
    against,
    ...which,
    answer,
    weight,
    draws,
    measure,
    month,
    unit,
    estimate: factor * estimate,
    mcse: Math.abs(factor) * 100,
    parameter_low: factor * low,
    parameter_high: factor * high,
  });
}

const rowsOf = (make: ReturnType<typeof row>) => [
  make('sequential', 'net_balance_discounted', 'euros', none, 1),
  make('sequential', 'bijstand_share', 'share', 60, 1e-5),
  // A level is not a difference.
  make('', 'net_balance_discounted', 'euros', none, -10),
];

const answers = [
  ...rowsOf(row('', none, 64, [-1040, -4040, 2040])),
  ...rowsOf(row('no', 0.6, 38, [-3000, -4960, -1000])),
  ...rowsOf(row('yes', 0.4, 26, [2000, none, none])),
];
const labels = {
  'alternatives.teaches.question': { nl: 'Geeft het les?', en: 'Teaches?' },
  'alternatives.teaches.options.no.label': { nl: 'Nee', en: 'It does not' },
  'alternatives.teaches.options.yes.label': { nl: 'Ja', en: 'It does' },
};

function textOf(block: Report['blocks'][number]): string {
  if (block.kind === 'list') return block.items.join('\n');
  return block.kind === 'paragraph' || block.kind === 'heading' ? block.text : '';
}

it('is the answer to the main question by the answer to each, on the first pages', () => {
  const built = buildReport([{ run: makeRun(root, 'asked', { answers, labels }), figures: [] }], [], 'en');
  const text = built.blocks
    .map((block) => textOf(block))
    .join('\n')
    .replaceAll('\u00a0', ' ');
  expect(text).toContain('What the source leaves open');
  expect(text).toContain(
    'It does not (weight 60%): “JAS” does not pay: bijstand and programme together cost €3,000 a person more than under “Sequential” (95% interval €1,000 to €5,000).',
  );
  expect(text).toMatch(/It does \(weight 40%\): the net balance of “JAS” is €2,000 a person higher/);
});

it('has a table by answer with the weights and draws, and the mixture below', () => {
  const built = buildReport([{ run: makeRun(root, 'table', { answers, labels }), figures: [] }], [], 'nl');
  const table = built.blocks.find(
    (block) => block.kind === 'table' && block.name === 'table-open-teaches-parallel',
  );
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.caption).toBe('Geeft het les? ‘JAS’ min ‘Sequential’, naar het antwoord');
  // Over all answers stands what the main table of this run has, rounded as there, whatever alternatives.csv says.
  expect(table.rows.map((cells) => cells.map(({ text }) => text.replaceAll('\u00a0', ' ')))).toEqual([
    ['Nee', '60%', '38', '–', '–', '−3,0 pp', '−5,0 tot −1,0 pp', '−3.000', '−5.000 tot −1.000'],
    ['Ja', '40%', '26', '–', '–', '+2,0 pp', 'niet te bepalen', '+2.000', 'niet te bepalen'],
    [
      'Over alle antwoorden',
      '',
      '64',
      '–',
      '–',
      '−5,8 pp',
      '−4,0 tot +2,0 pp',
      '−3.600',
      '−4.000 tot +2.000',
    ],
  ]);
});

it('is nothing where none is open', () => {
  const built = buildReport([{ run: makeRun(root, 'closed'), figures: [] }], [], 'en');
  expect(built.blocks.map((block) => textOf(block)).join('\n')).not.toContain('leaves open');
});

it.each([
  ['nl', 'zie ‘Bijlage: wat de bron openlaat’.', 'zie ‘Dorp’.'],
  ['en', 'see “Annex: what the source leaves open”.', 'see “Dorp”.'],
] as const)('tells where the questions are that no list of numbers has: %s', (language, ofOne, ofSeveral) => {
  const asking = makeRun(root, `asking-${language}`, { municipality: 'Dorp', answers, labels });
  const other = makeRun(root, `other-${language}`, { municipality: 'Stad' });
  const notesOf = (...runs: (typeof asking)[]) => {
    const { blocks, ledger } = buildReport(
      runs.map((run) => ({ run, figures: [] })),
      [],
      language,
    );
    return [...blocks, ...ledger].flatMap((block) =>
      block.kind === 'table' && ['assumptions', 'parameters'].includes(block.name) ? [block.note] : [],
    );
  };
  for (const [runs, where] of [
    [[asking], ofOne],
    [[asking, other], ofSeveral],
  ] as const) {
    const notes = notesOf(...runs);
    expect(notes).toHaveLength(2);
    for (const note of notes) expect(note).toContain(where);
  }
  expect(notesOf(other).join(' ')).not.toMatch(/openlaat|leaves open/);
});
