import { describe, expect, it } from 'vitest';
import { type ResultRow, type RunData, readRunData } from '../../../../src/output/report/run-data.js';
import { columnsOf, comparisonsOf } from '../../../../src/output/report/sections/compared.js';
import { sayPlaces } from '../../../../src/output/report/sections/places.js';
import { speak } from '../../../../src/output/report/speech.js';
import { folderWith } from '../../../scenario/temporary-folder.js';
import { makeRun } from '../results.js';

const made = readRunData(makeRun(folderWith({}), 'made'));
const row = made.differences.find(({ measure }) => measure === 'net_balance_discounted')!;

/** Differences of a run: two in euros, and two in shares at month 60; and the weeks that its activity takes. */
interface Outcome {
  readonly balance?: number;
  readonly programme?: number;
  readonly error?: number;
  readonly selfSufficient?: number;
  readonly bijstand?: number;
  readonly weeks?: number;
}

function runOf(municipality: string, outcome: Outcome): RunData {
  const { balance = -100, programme = 500, error = 50, weeks = 12 } = outcome;
  const { selfSufficient = 0.01, bijstand = -0.01 } = outcome;
  const of = (
    measure: string,
    estimate: number,
    unit: string,
    mcse: number,
    month = Number.NaN,
  ): ResultRow => ({
    ...row,
    ...{ measure, estimate, shown: estimate, unit, mcse, error: mcse, month },
  });
  return {
    ...made,
    municipality,
    // Without, no run tells the balance of the municipality itself.
    costs: [],
    parts: made.parts.map((part) => ({ ...part, weeks })),
    differences: [
      of('net_balance_discounted', balance, 'euros', error),
      of('programme_cost_discounted', programme, 'euros', error),
      of('self_sufficient_share', selfSufficient, 'share', 0.001, 60),
      of('bijstand_share', bijstand, 'share', 0.001, 60),
    ],
  };
}

function said(little: Outcome, much: Outcome, language: 'nl' | 'en' = 'nl'): string {
  const speech = speak(language, made.law);
  const all = comparisonsOf([runOf('Weinig', little), runOf('Veel', much)]);
  return sayPlaces(all, columnsOf(all, 60, speech), speech);
}

describe('that whoever does little comes first by the balance', () => {
  const much = { balance: -900, programme: 800, selfSufficient: 0.03, bijstand: -0.03, weeks: 40 };

  it('is said where it is so', () => {
    expect(said({}, much)).toContain('Op het nettosaldo alleen staat Weinig vooraan');
    expect(said({}, much, 'en')).toContain('By the net balance alone Weinig comes first');
  });

  it.each([
    ['another spends less', { programme: 1200 }, {}],
    ['it spends less by no more than chance', { error: 120 }, { error: 120 }],
    ['it spends the same', { programme: 800 }, {}],
    ['it is first by self-sufficiency as well', { selfSufficient: 0.05 }, {}],
    ['it shares that place', { selfSufficient: 0.03 }, {}],
    ['it is first by the share off bijstand as well', { bijstand: -0.05 }, {}],
    ['another has the same balance', {}, { balance: -100 }],
    ['another has a better one', {}, { balance: 100 }],
    ['both do the same', {}, { weeks: 12 }],
  ] as const)('is not said where %s', (_, ofLittle, ofMuch) => {
    for (const language of ['nl', 'en'] as const)
      expect(said(ofLittle, { ...much, ...ofMuch }, language)).not.toMatch(/weinig doet|does little/);
  });

  it('is not said of one approach alone', () => {
    const speech = speak('nl', made.law);
    const all = comparisonsOf([runOf('Weinig', {})]);
    expect(sayPlaces(all, columnsOf(all, 60, speech), speech)).not.toContain('weinig doet');
  });
});
