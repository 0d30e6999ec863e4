/** How those selected and those passed over fare without the activity, in the report of a run by a selection. */

import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/output/report/blocks.js';
import { type ResultRow, type RunData, readRunData } from '../../../src/output/report/run-data.js';
import { selectionTables } from '../../../src/output/report/sections/participants.js';
import { subgroupsSection } from '../../../src/output/report/sections/subgroups.js';
import { type Speech, speak } from '../../../src/output/report/speech.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { row } from './made-row.js';
import { makeRun } from './results.js';

const made = readRunData(makeRun(folderWith({}), 'made', { municipality: 'Testdam' }));
const [dutch, english] = [speak('nl', made.law), speak('en', made.law)];
const parallel = made.others[0]!.name;
const texts = (cells: readonly Cell[]) => cells.map(({ text }) => text.replaceAll('\u00a0', ' '));

/** Of 1,000 persons 60 are selected; on bijstand under the reference: the given share of them, of 800 others 48 %. */
function runWith(selected: number, error: number, by = 'selected:jas', more: Partial<RunData> = {}): RunData {
  const groups = [
    ['not_eligible', 140, 0.52],
    ['passed_over', 800, 0.48],
    ['selected', 60, selected],
  ] as const;
  const level = (subgroup: string, persons: number, share: number): ResultRow[] =>
    [
      { ...row(made.reference.name, 'bijstand_share', share, error, 'share'), month: 60 },
      { ...row(made.reference.name, 'working_share', 0.9 - share, error, 'share'), month: 60 },
      row(made.reference.name, 'left_everything_share', 0.08, error, 'share'),
    ].map((each) => ({ ...each, subgroup, persons }));
  const difference = (subgroup: string, estimate: number): ResultRow => ({
    ...row(parallel, 'bijstand_share', estimate, 0.01, 'share'),
    ...{ month: 60, subgroup, low: 3 * estimate, high: estimate },
  });
  return {
    ...made,
    estimates: [
      ...made.estimates.filter(({ measure }) => measure === 'self_sufficient_share'),
      ...groups.flatMap(([value, persons, share]) => level(`${by}=${value}`, persons, share)),
      ...level('all', 1000, 0.48),
    ],
    differences: groups.map(([value]) => difference(`${by}=${value}`, value === 'selected' ? -0.02 : 0)),
    ...more,
  };
}

const tablesOf = (run: RunData, speech: Speech) =>
  subgroupsSection(run, speech)!.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

describe('a report of a run by a selection', () => {
  it('gives the levels under the reference beside the effect', () => {
    const [levels, differences] = tablesOf(runWith(0.37, 0.01), english);
    expect(texts(levels!.columns.map(({ label: text }) => ({ kind: 'text', text })))).toEqual([
      'Subgroup',
      'Share of the cohort',
      'On bijstand, year 5',
      'In paid work, year 5',
      'Left the whole road',
      'Difference, on bijstand',
      '95% interval',
    ]);
    expect(levels!.rows.map(texts)).toEqual([
      ['does not qualify', '14%', '52%', '38%', '8%', '0 pp', '0 to 0 pp'],
      ['qualifies, not selected', '80%', '48%', '42%', '8%', '0 pp', '0 to 0 pp'],
      ['selected', '6%', '37%', '53%', '8%', '-2 pp', '-6 to -2 pp'],
      ['all', '100%', '48%', '42%', '8%', '–', '–'],
    ]);
    expect(differences!.caption).toContain('selection for jas');
    // None for an attribute.
    expect(tablesOf(runWith(0.37, 0.01, 'sex'), english)).toHaveLength(1);
  });

  it.each([english, dutch])('says what can be read from them, in both languages', (speech) => {
    const { levels } = speech.words.approaches.who;
    const noteOf = (run: RunData) => tablesOf(run, speech)[0]!.note;
    const names = ['Blocks', made.reference.label] as const;
    const gap = (own: string) => levels.gap('5', own, '48%', ...names);
    const end = levels.others(made.others[0]!.label);
    expect(noteOf(runWith(0.37, 0.01))).toBe([gap('37%'), levels.better, end].join(' '));
    expect(noteOf(runWith(0.6, 0.01))).toBe([gap('60%'), levels.worse, end].join(' '));
    // Two standard errors of the gap are 2.8 points.
    expect(noteOf(runWith(0.455, 0.01))).toContain(levels.alike);
    expect(noteOf(runWith(0.45, 0.01))).toContain(levels.better);
    // With the approach before the activity, where approaches select differently.
    expect(noteOf(runWith(0.37, 0.01, 'selected:parallel.jas'))).toBe(noteOf(runWith(0.37, 0.01)));
    // Nobody who is passed over: nothing to compare.
    expect(noteOf(runWith(Number.NaN, 0.01))).toBe(end);
  });

  it('does not call levels of a reference with the activity such without it', () => {
    const jas = made.parts.find(({ part }) => part === 'jas')!;
    const run = runWith(0.37, 0.01, 'selected:jas', {
      parts: [...made.parts, { ...jas, approach: made.reference.name }],
    });
    const { levels } = english.words.approaches.who;
    expect(tablesOf(run, english)[0]!.note).toBe(
      `${levels.withIt('Blocks', made.reference.label)} ${levels.others(made.others[0]!.label)}`,
    );
  });

  it.each([english, dutch])('sends nobody to another run', (speech) => {
    const selection = ['men', 'women'].map((value, i) => ({
      ...{
        approach: parallel,
        activity: 'jas',
        attribute: 'sex',
        value,
        ofCohort: 0.5,
        selected: 0.2 + i / 10,
      },
    }));
    const { who } = speech.words.approaches;
    const noteOf = (by: string) => selectionTables(runWith(0.37, 0.01, by, { selection }), speech)[0]!.note!;
    expect(noteOf('sex')).toBe(`${who.selectionNote} ${who.levelsByRun('jas')}`);
    for (const by of ['selected:jas', 'selected:parallel.jas'])
      expect(noteOf(by)).toBe(`${who.selectionNote} ${who.levelsElsewhere}`);
  });
});
