/** What `threshold` says where nothing turns: only as much as the intervals tell. */

import { describe, expect, it } from 'vitest';
import { sayShortNumber, thresholdLines } from '../../../src/cli/terminal/threshold-lines.js';
import type { Language } from '../../../src/output/language.js';
import { namedOf } from '../../../src/run/scenarios/number-names.js';
import type { BorderOutcome, ThresholdOutcome } from '../../../src/run/threshold/threshold.js';
import { shippedScenario } from '../../shipped.js';

const plain = (text: string) => text;
const brush = { bold: plain, dim: plain } as Parameters<typeof thresholdLines>[2];

/** What is said of a net balance of -50 at both values, with the intervals given. */
function said(
  intervals: readonly (readonly [number, number])[],
  language: Language,
  given?: ThresholdOutcome['given'],
): string {
  const outcome: ThresholdOutcome = {
    municipality: 'Leiden',
    reference: 'sequential',
    measure: 'net_balance_discounted',
    unit: 'euros',
    draws: 64,
    folder: 'results',
    sayMeasure: () => 'net balance',
    named: namedOf(shippedScenario('leiden')),
    path: 'effects.work_men',
    given,
    target: 0,
    range: { low: 0.95, high: 1.55 },
    central: 1.2,
    found: [
      {
        approach: 'parallel',
        threshold: {
          crossings: [],
          above: [false, false],
          readings: intervals.map(([low, high], i) => ({
            at: [0.95, 1.55][i]!,
            outcome: { estimate: -50, mcse: 10, low, high, predictionLow: low, predictionHigh: high },
          })),
        },
      },
    ],
  } as unknown as ThresholdOutcome;
  return thresholdLines(outcome, { language, table: 80, text: 10_000 }, brush).join(' ');
}

describe('thresholdLines', () => {
  it.each([
    [
      [
        [-90, -10],
        [-80, 0],
      ],
      /not above 0 euros, and so is its 95% interval/,
    ],
    [
      [
        [-90, -10],
        [-80, 20],
      ],
      /not above 0 euros on average; only at some of them its 95% interval/,
    ],
    [
      [
        [-90, 5],
        [-80, 20],
      ],
      /not above 0 euros on average; .* leaves that open at all of them/,
    ],
    [
      [
        [NaN, NaN],
        [NaN, NaN],
      ],
      /not above 0 euros \(/,
    ],
  ] as const)('says of intervals %j that nothing turns as far as they tell', (intervals, expected) => {
    const text = said(intervals, 'en');
    expect(text).toMatch(/No value of “[^”]+” from 0\.95 to 1\.55 turns it: at every one looked at, the /);
    expect(text).toMatch(expected);
    // It may be drawn from beyond these values.
    expect(text).not.toContain('its range');
  });

  it('says it in a whole Dutch sentence', () => {
    expect(
      said(
        [
          [-90, 5],
          [-80, 20],
        ],
        'nl',
      ),
    ).toMatch(
      /De uitkomst kantelt nergens: bij elke bekeken waarde van ‘[^’]+’ van 0,95 tot 1,55 ligt ‘net balance’ van .* niet boven 0 euro, gemiddeld genomen; het 95%-interval .* laat dat bij alle open/,
    );
  });

  it('says of a number that is used under one answer alone that the others are in what it says', () => {
    const given = { question: 'alternatives.jas_teaches', answer: 'yes' };
    const intervals = [
      [-90, -10],
      [-80, -5],
    ] as const;
    expect(said(intervals, 'en', given)).toMatch(
      /the number is used only under “Yes” as the answer to “[^”]+\?”, where it may turn: --set alternatives\.jas_teaches=yes looks at that answer alone\./,
    );
    expect(said(intervals, 'nl', given)).toContain(
      '--set alternatives.jas_teaches=yes bekijkt alleen dat antwoord',
    );
    expect(said(intervals, 'en')).not.toContain('--set');
  });
});

it('parts approaches by an empty line, and speaks Dutch of a border that is never crossed', () => {
  const approaches = ['parallel', 'other'];
  const values = [
    [1, 2],
    [3, 4],
  ];
  const lattice = { x: [0, 1], y: [0, 1], values };
  const border = approaches.map((approach) => ({ approach, border: { lines: [], lattice } }));
  const outcome = {
    municipality: 'Leiden',
    reference: 'sequential',
    unit: 'euros',
    draws: 64,
    folder: 'results',
    named: namedOf(shippedScenario('leiden')),
    path: 'effects.work_men',
    against: { path: 'effects.work_women' },
    target: 0,
    border,
  } as unknown as BorderOutcome;
  const lines = thresholdLines(outcome, { language: 'nl', table: 80, text: 10_000 }, brush);
  expect(lines.slice(2, 5)).toEqual([
    'Bij alle bekeken waarden van beide getallen ligt het verschil van ‘JAS 24 x 24’ met ‘Opeenvolgend’ gemiddeld boven 0 euro: gemiddeld slaat het antwoord er niet door om.',
    '',
    'Bij alle bekeken waarden van beide getallen ligt het verschil van ‘other’ met ‘Opeenvolgend’ gemiddeld boven 0 euro: gemiddeld slaat het antwoord er niet door om.',
  ]);
});

it('marks thousands in a value as in all else, in the language', () => {
  const said = [1_764, 3_000, 12_345, 999, 0.69426, -1_764].map((value) =>
    (['nl', 'en'] as const).map((language) => sayShortNumber(value, language)),
  );
  expect(said).toEqual([
    ['1.760', '1,760'],
    ['3.000', '3,000'],
    ['12.300', '12,300'],
    ['999', '999'],
    ['0,694', '0.694'],
    ['-1.760', '-1,760'],
  ]);
});
