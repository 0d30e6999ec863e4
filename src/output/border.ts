/** The files of a border in two numbers: border.csv and lattice.csv. */

import type { Border, BorderPlace, NumberPair } from '../analysis/decision/border.js';
import type { Range } from '../analysis/decision/threshold.js';
import {
  among,
  booleanColumn,
  type FileColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import { type AnalysisOf, differenceColumns } from './sensitivity.js';

/** What was found for an approach. */
export interface FoundBorder {
  readonly approach: string;
  readonly border: Border;
}

/** A number, and the ends between which it was looked through. */
interface Axis {
  readonly path: string;
  readonly range: Range;
}

interface Looked extends AnalysisOf, Axis {
  readonly target: number;
}

/** A place of a line; without one the difference is on one side of the target throughout. */
interface BorderRow {
  readonly approach: string;
  readonly border: Border;
  readonly line?: number;
  readonly step?: number;
  readonly place?: BorderPlace;
}

/** Where the outcome is highest and where it is lowest: one place on either side of a border. */
export function sidesOf<Of extends NumberPair>(
  places: readonly Of[],
  outcomeAt: (place: Of) => number,
): { readonly above: Of; readonly below: Of } {
  const known = places.filter((place) => !Number.isNaN(outcomeAt(place)));
  const furthest = (sign: 1 | -1) =>
    known.reduce((best, own) => (sign * (outcomeAt(own) - outcomeAt(best)) > 0 ? own : best));
  return { above: furthest(1), below: furthest(-1) };
}

function axisColumns<Row>(x: Axis, y: Axis): FileColumn<Row>[] {
  return [
    required(textColumn('path', 'path of the first number', () => x.path)),
    required(textColumn('against', 'path of the second number', () => y.path)),
  ];
}

/** border.csv */
export function borderTable(looked: Looked, against: Axis, found: readonly FoundBorder[]): Table<BorderRow> {
  const rows = found.flatMap(({ approach, border }): BorderRow[] =>
    border.lines.length === 0
      ? [{ approach, border }]
      : border.lines.flatMap((places, line) =>
          places.map((place, step) => ({ approach, border, line: line + 1, step: step + 1, place })),
        ),
  );
  return {
    file: 'border.csv',
    title:
      'Along which lines, in two numbers, the difference between each approach and the reference crosses the target: a row for each place of a line',
    key: ['approach', 'line', 'step'],
    columns: [
      ...differenceColumns<BorderRow>(looked),
      ...axisColumns<BorderRow>(looked, against),
      required(numberColumn('target', `what the difference crosses, in ${looked.unit}`, () => looked.target)),
      integerColumn(
        'line',
        'number of the line; empty: the difference never crosses the target where both numbers were looked through',
        ({ line }) => line,
      ),
      integerColumn('step', 'place along the line, from one end to the other', ({ step }) => step),
      numberColumn('value', 'value of the first number there', ({ place }) => place?.x),
      numberColumn('value_against', 'value of the second number there', ({ place }) => place?.y),
      among(
        ['value', 'value_against'],
        textColumn(
          'interval_of',
          'the number that low and high are of, the other one fixed there: that along which the place was looked for',
          ({ place }) => place && (place.along === 'x' ? 'value' : 'value_against'),
        ),
      ),
      numberColumn(
        'low',
        'lowest value of that number for which the target lies within the 95 % parameter interval of the difference; empty: below the values looked at, or not estimated',
        ({ place }) => place?.low,
      ),
      numberColumn(
        'high',
        'highest such value; empty: above the values looked at, or not estimated',
        ({ place }) => place?.high,
      ),
      required(
        booleanColumn(
          'above_at_low',
          'whether the difference is above the target where both numbers are lowest',
          ({ border }) => border.lattice.values[0]![0]! > looked.target,
        ),
      ),
      required(integerColumn('draws', 'parameter draws; 1: central values', () => looked.draws)),
    ],
    rows,
  };
}

interface LatticeRow extends NumberPair {
  readonly approach: string;
  readonly estimate: number;
}

/** lattice.csv */
export function latticeTable(
  looked: Looked,
  against: Axis,
  found: readonly FoundBorder[],
): Table<LatticeRow> {
  const rows = found.flatMap(({ approach, border: { lattice } }) =>
    lattice.y.flatMap((y, j) =>
      lattice.x.map((x, i): LatticeRow => ({ approach, x, y, estimate: lattice.values[j]![i]! })),
    ),
  );
  return {
    file: 'lattice.csv',
    title:
      'The difference between each approach and the reference at even steps of both numbers; what lies between two steps and reaches neither is not noticed',
    key: ['approach', 'value', 'value_against'],
    columns: [
      ...differenceColumns<LatticeRow>(looked),
      ...axisColumns<LatticeRow>(looked, against),
      required(numberColumn('value', 'value of the first number', ({ x }) => x)),
      required(numberColumn('value_against', 'value of the second number', ({ y }) => y)),
      numberColumn('estimate', `the difference, in ${looked.unit}`, ({ estimate }) => estimate),
    ],
    rows,
  };
}
