/** What a difference hangs on, on the terminal and as JSON. */

import { countOf, formatAs, formatValue } from '../../output/number.js';
import { type GroupSpeaker, sayBox, sayFirst, sayStrongest } from '../../output/say-groups.js';
import type { InputRow } from '../../output/sensitivity.js';
import { wordsIn } from '../../output/words/words.js';
import type { SensitivityOutcome, ShownSensitivity } from '../../run/sensitivity/sensitivity.js';
import { asWritten } from '../../run/write/read-back.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** Inputs shown on the terminal; the others stand in the file. */
const SHOWN = 10;

/** Names as parts of a sentence. */
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What numbers carry, alone and in groups, and where the answer turns: none where that cannot be told. */
function sayTogether({ approach, rows, indices, turn }: ShownSensitivity): string[] {
  const speaker: GroupSpeaker = {
    words: wordsIn('en'),
    approach: `“${approach}”`,
    nameOf: (path) => path,
    answerName: (_path, answer) => answer,
    sayNumber: (value) => String(Number(value.toPrecision(3))),
  };
  const groups = indices.map(({ name, first, total }) => ({
    name,
    first: first.estimate,
    total: total.estimate,
  }));
  const box = turn && {
    ...turn,
    coverage: turn.box?.coverage ?? Number.NaN,
    density: turn.box?.density ?? Number.NaN,
    limits: (turn.box?.limits ?? []).map((limit) => ({
      ...limit,
      path: limit.input,
      answers: limit.categories,
    })),
  };
  return [
    ...sayFirst(
      speaker,
      rows.map(({ effect }) => effect),
    ),
    ...sayStrongest(speaker, groups),
    ...(box === undefined ? [] : sayBox(speaker, box)),
  ];
}

/** What most of the uncertainty hangs on, in a sentence. */
function sayCarriers(
  { label, reference, draws }: SensitivityOutcome,
  { approach, carriers, explained, rows }: ShownSensitivity,
): string {
  const what = `the ${label} of “${approach}” against “${reference}”`;
  if (rows.length === 0) return `Nothing about ${what} is uncertain: no number that they use has a range.`;
  if (Number.isNaN(explained))
    return `What ${what} hangs on cannot be estimated: chance hides what the parameters do; more draws or replications may help.`;
  if (carriers.paths.length === 0)
    return `Of ${countOf(rows.length, 'uncertain number')} no single one stands out in ${what}, over ${countOf(draws, 'draw')}.`;
  const begin = carriers.isMost
    ? `Most of what is not known about ${what} hangs on`
    : `What stands out of all that is not known about ${what}, less than half of it:`;
  return `${begin}${carriers.isMost ? ':' : ''} ${listed(carriers.paths)}.`;
}

/** What it would be worth to know everything, in a sentence; none where neither way of the measure is better. */
function sayInformation({ unit }: SensitivityOutcome, { information }: ShownSensitivity): string[] {
  if (information === undefined) return [];
  const { value, error } = information.evpi;
  const units = unit === 'share' ? 'percentage points' : unit;
  if (Number.isNaN(value)) return ['What it would be worth to know everything cannot be estimated.'];
  return [
    `To know all of it before choosing would be worth ${formatAs(unit, value, error)} ${units} a person (standard error ${formatAs(unit, error, error)}).`,
  ];
}

/** What groups of numbers carry together, a sentence each. */
function sayGroups({ unit }: SensitivityOutcome, { groups }: ShownSensitivity): string[] {
  return groups.flatMap(({ name, share, evppi }) => {
    if (Number.isNaN(share)) return [];
    const worth = Number.isNaN(evppi.value)
      ? ''
      : `; to know them would be worth ${formatAs(unit, evppi.value, evppi.error)} ${unit === 'share' ? 'percentage points' : unit} a person`;
    return [`Together ${name} carry ${percent(share)} % of the variance${worth}.`];
  });
}

const percent = (share: number) => formatValue(100 * share, 1);

function cellsOf(row: InputRow, { unit }: SensitivityOutcome, mcse: number): string[] {
  const { share, low, high, evppi, path } = row.effect;
  const told = Number.isNaN(share) ? '-' : `${percent(share)} [${percent(low)},\u00a0${percent(high)}]`;
  const value = (of: number) => formatAs(unit, of, mcse, true);
  const worth = formatAs(unit, evppi.value, evppi.error);
  return [path, told, worth, value(row.outcomeAtLow), value(row.outcomeAtHigh)];
}

/** The lines of one approach: its most influential inputs, and what that comes to. */
function approachLines(
  outcome: SensitivityOutcome,
  shown: ShownSensitivity,
  page: Page,
  brush: Brush,
): string[] {
  const { rows, mcse, central } = shown;
  const unit = outcome.unit === 'share' ? '%' : outcome.unit;
  const columns = [
    { heading: 'uncertain number', align: 'left', isWhole: true },
    { heading: 'share, %', align: 'right' },
    { heading: 'worth', align: 'right' },
    { heading: 'at low', align: 'right' },
    { heading: 'at high', align: 'right' },
  ] as const;
  const told = rows.slice(0, SHOWN).filter(({ effect }) => !Number.isNaN(effect.share));
  const groups = [{ rows: told.map((row) => cellsOf(row, outcome, mcse)) }];
  return [
    ...(told.length === 0
      ? []
      : [
          ...drawTable({ columns, groups }, page.table, brush),
          ...wrap(
            `Share of the variance over the parameters [95 %]; worth: what it would be worth to know it, ${unit} a person; at low, at high: the difference, ${unit}, at its 2.5 and 97.5 % points, with all else as it is centrally (${formatAs(outcome.unit, central, mcse, true)}).`,
            page.text,
          ).map(brush.dim),
        ]),
    '',
    ...wrap(sayCarriers(outcome, shown), page.text).map(brush.bold),
    ...[...sayTogether(shown), ...sayGroups(outcome, shown), ...sayInformation(outcome, shown)].flatMap(
      (said) => wrap(said, page.text),
    ),
  ];
}

/** The lines of the most influential inputs of every approach. */
export function sensitivityLines(outcome: SensitivityOutcome, page: Page, brush: Brush): string[] {
  const { municipality, reference, label, approaches, folder } = outcome;
  return [
    ...approaches.flatMap((shown) => [
      '',
      ...wrap(`${municipality}: ${label}, ${shown.approach} against ${reference}`, page.text).map(brush.bold),
      ...approachLines(outcome, shown, page, brush),
    ]),
    ...wrap(`written to ${folder}`, page.text, 2),
    '',
  ];
}

/** A machine-readable summary: the inputs that are told, and what it would be worth to know everything. */
export function summariseSensitivity(outcome: SensitivityOutcome) {
  const { approaches, label: _, ...rest } = outcome;
  return {
    ...rest,
    approaches: approaches.map((shown) => ({
      approach: shown.approach,
      difference_at_central_values: asWritten(shown.central),
      explained: asWritten(shown.explained),
      carriers: shown.carriers.paths,
      carriers_carry_most: shown.carriers.isMost,
      evpi: asWritten(shown.information?.evpi.value ?? Number.NaN),
      evpi_error: asWritten(shown.information?.evpi.error ?? Number.NaN),
      inputs: shown.rows
        .filter(({ effect }) => effect.isDistinct)
        .map(({ effect, low, high, outcomeAtLow, outcomeAtHigh }) => ({
          path: effect.path,
          share: asWritten(effect.share),
          share_interval: [effect.low, effect.high].map(asWritten),
          rank_correlation: asWritten(effect.rankCorrelation),
          range: [low, high].map(asWritten),
          outcome_at_range: [outcomeAtLow, outcomeAtHigh].map(asWritten),
          evppi: asWritten(effect.evppi.value),
          evppi_error: asWritten(effect.evppi.error),
        })),
    })),
  };
}
