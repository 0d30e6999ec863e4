/** Chart: what parallel approaches change, municipality by municipality. */

import { bijstandShare } from '../../domain/measures/income.js';
import { decisive } from '../../domain/measures/money.js';
import { selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import type { Language } from '../language.js';
import { numberIn, textIn } from '../package/cells.js';
import { canBeRanked, unlikeThings } from '../package/footing.js';
import { areOfOne, namesOfRuns } from '../package/names-of-runs.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { typesetText } from '../report/typeset.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { isUntold, sayGaps } from './gaps.js';
import { nameAxis } from './name-axis.js';
import { approachNamesOf, intervalIn, municipalityOf, valueIn, wholeCohort } from './rows.js';
import { speaking } from './spots.js';
import { COLOURS, INK, specOf } from './style.js';

/** Month at which the share on bijstand is compared: five years after the permit, or the last year that all runs have. */
const MONTH = 60;

function commonMonth(runs: readonly RunFolder[]): number {
  const [first = [], ...others] = runs.map((run) =>
    wholeCohort(run, 'differences.csv').flatMap((row) =>
      row.measure === bijstandShare.name ? [numberIn(row, 'month')] : [],
    ),
  );
  const common = first.filter((month) => month <= MONTH && others.every((own) => own.includes(month)));
  return common.length === 0 ? MONTH : Math.max(...common);
}

/** The things in which the runs are not alike, in a sentence; nothing where they are. */
function sayUnlike(runs: readonly RunFolder[], places: readonly string[], language: Language): string[] {
  const named = runs.flatMap(({ manifest: { footing } }, i) => {
    return footing === undefined ? [] : [{ name: places[i]!, footing }];
  });
  const { footing: words } = wordsIn(language);
  return unlikeThings(named)
    .filter(({ thing }) => thing !== 'permits')
    .map((unlike) => words.sentence(words.unlike(unlike)));
}

/** Names are broken to leave half of a telephone's width to the intervals; pixels. */
const LABEL_WIDTH = 120;

/** A difference as a line of the chart: shares in percentage points, money in euros; NaN: cannot be estimated. */
export interface DifferenceLine {
  readonly id: string;
  readonly label: string;
  readonly measure: string;
  /** The estimate with its interval, to the digits that the tables give. */
  readonly inWords: string;
  readonly estimate: number;
  readonly parameter_low: number;
  readonly parameter_high: number;
  readonly prediction_low: number;
  readonly prediction_high: number;
}

/** A row of the share on bijstand with its sign turned, as tables have it: more people off bijstand is more. */
function offBijstand(row: Row): Row {
  const minus = (column: string) => -numberIn(row, column);
  return {
    ...row,
    estimate: minus('estimate'),
    shown: minus('shown'),
    parameter_low: minus('parameter_high'),
    parameter_high: minus('parameter_low'),
    prediction_low: minus('prediction_high'),
    prediction_high: minus('prediction_low'),
  };
}

/** The differences of a run for both measures; shares in percentage points, money in euros. */
function differencesOf(run: RunFolder, place: string, at: number, language: Language): DifferenceLine[] {
  const rows = wholeCohort(run, 'differences.csv');
  const { points, euros } = wordsIn(language);
  const several = new Set(rows.map((row) => row.approach)).size > 1;
  const labels = new Map(approachNamesOf(run, language).map(({ id, label }) => [id, label]));
  return rows.flatMap((given) => {
    const { measure } = given;
    const isShare = measure === bijstandShare.name && numberIn(given, 'month') === at;
    if (!isShare && measure !== decisive.name) return [];
    const row = isShare ? offBijstand(given) : given;
    const [unit, inUnit] = isShare ? (['share', points] as const) : (['euros', euros] as const);
    const approach = textIn(row, 'approach');
    // A single draw has no spread over the parameters, and so no interval.
    const single = numberIn(row, 'draws') === 1;
    const value = (column: string) =>
      single && column !== 'estimate' ? Number.NaN : numberIn(row, column) * (isShare ? 100 : 1);
    return [
      {
        id: `${place}/${approach}`,
        label: several ? `${place}: ${labels.get(approach) ?? approach}` : place,
        measure: isShare ? bijstandShare.name : decisive.name,
        inWords: `${inUnit(valueIn(row, 'estimate', unit, language, true))} ${intervalIn(single ? undefined : row, unit, language, true)}`,
        estimate: value('estimate'),
        parameter_low: value('parameter_low'),
        parameter_high: value('parameter_high'),
        prediction_low: value('prediction_low'),
        prediction_high: value('prediction_high'),
      } satisfies DifferenceLine,
    ];
  });
}

/** Whether the interval of a line cannot be estimated. */
const hasNoLine = ({ parameter_low: low, parameter_high: high }: DifferenceLine) => isUntold({ low, high });

/** Axis labels with their sign, but zero without one. */
function signedLabel(format: string): string {
  return `datum.value === 0 ? '0' : format(datum.value, '${format}')`;
}

function drawPanel(
  measure: DifferenceLine['measure'],
  title: string,
  rows: readonly Pick<DifferenceLine, 'id' | 'label'>[],
  axis: object,
): object {
  const { y, height, transform } = nameAxis(rows, LABEL_WIDTH);
  const interval = (kind: string, strokeWidth: number, color: string) => ({
    // No line where the interval cannot be estimated.
    transform: [{ filter: `isValid(datum.${kind}_low) && isValid(datum.${kind}_high)` }],
    mark: { type: 'rule', strokeWidth, color },
    encoding: {
      y,
      x: { field: `${kind}_low`, type: 'quantitative' },
      x2: { field: `${kind}_high` },
    },
  });
  return {
    title,
    height,
    transform: [{ filter: { field: 'measure', equal: measure } }, transform],
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1, color: INK },
        encoding: { x: { datum: 0, type: 'quantitative' } },
      },
      interval('prediction', 1.5, INK),
      interval('parameter', 6, COLOURS[3]),
      {
        mark: { type: 'point', filled: true, size: 70, color: INK, opacity: 1, ...speaking.mark },
        encoding: { y, x: { field: 'estimate', type: 'quantitative', axis }, ...speaking.encoding },
      },
    ],
  };
}

/**
 * Two panels beside each other, a line for each approach: the share on or off bijstand, and the balance, with their intervals.
 *
 * @param share title and axis of the first panel
 */
export function dotPanels(
  values: readonly DifferenceLine[],
  rows: readonly Pick<DifferenceLine, 'id' | 'label'>[],
  share: { readonly title: string; readonly axis: string },
  notes: readonly string[],
  language: Language,
): object {
  const { comparison: words } = wordsIn(language).charts;
  return specOf(language, {
    usermeta: { beside: true, notes, gaps: sayGaps({ line: values.some(hasNoLine) }, language) },
    data: {
      values: values.map((value) => ({
        ...value,
        said: typesetText(`${value.label}: ${value.inWords}`, language),
      })),
    },
    vconcat: [
      drawPanel(bijstandShare.name, share.title, rows, {
        title: share.axis,
        labelExpr: signedLabel('+d'),
        tickCount: 5,
      }),
      drawPanel(decisive.name, words.balance, rows, {
        title: words.balanceAxis,
        labelExpr: signedLabel('+,.0f'),
        tickCount: 5,
      }),
    ],
  });
}

/** The lines in words. */
export function dotsInWords(values: readonly DifferenceLine[], rows: readonly DifferenceLine[]): string {
  return rows
    .map(({ id, label, inWords }) => {
      const money = values.find((value) => value.id === id && value.measure === decisive.name);
      return [`${label} ${inWords}`, ...(money === undefined ? [] : [money.inWords])].join(', ');
    })
    .join('; ');
}

/** The gain in self-sufficiency of each approach of a run at a month: that by which the table beside the chart is sorted. */
function gainsOf(run: RunFolder, place: string, at: number): [id: string, gain: number][] {
  return wholeCohort(run, 'differences.csv')
    .filter((row) => row.measure === selfSufficientShare.name && numberIn(row, 'month') === at)
    .map((row) => [`${place}/${textIn(row, 'approach')}`, numberIn(row, 'estimate')]);
}

/** Differences from the reference in every municipality, by the gain in self-sufficiency (by name where ranks would mean nothing), with both intervals. */
export function comparisonChart(runs: readonly RunFolder[], language: Language): Chart {
  const { comparison: words } = wordsIn(language).charts;
  const at = commonMonth(runs);
  const named = runs.map((run) => ({ folder: run.folder, municipality: municipalityOf(run, language) }));
  const places = namesOfRuns(named);
  const values = runs.flatMap((run, i) => differencesOf(run, places[i]!, at, language));
  const isRanked = canBeRanked(runs.map(({ manifest }) => manifest));
  const gains = new Map(runs.flatMap((run, i) => gainsOf(run, places[i]!, at)));
  const gain = (id: string) => gains.get(id) ?? Number.NEGATIVE_INFINITY;
  const rows = values
    .filter(({ measure }) => measure === bijstandShare.name)
    .sort((a, b) => (isRanked ? gain(b.id) - gain(a.id) : a.label.localeCompare(b.label, language)));
  const note = isRanked && rows.length > 1 ? `${words.note} ${words.order}` : words.note;
  return {
    name: 'comparison',
    title: areOfOne(named) ? words.titleOfOne : words.title,
    description: typesetText(words.descriptionOff(at, dotsInWords(values, rows)), language),
    spec: dotPanels(
      values,
      rows,
      { title: words.offBijstand(at), axis: words.offBijstandAxis },
      [note, ...sayUnlike(runs, places, language)],
      language,
    ),
  };
}
