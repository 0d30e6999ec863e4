/** The places of approaches by several goals: there is no one ranking. */

import { netBalance, programmeCost } from '../../../domain/measures/money.js';
import { type Cell, type NumberCell, type TableBlock, textCell } from '../blocks.js';
import { rawCell, rowCells, runHeading, type Speech, UNKNOWN } from '../speech.js';
import { type ComparedApproach, type ComparedColumns, differenceOf } from './compared.js';

/** Places from the largest value down, ties sharing the better one; a value that is none has none. */
function placesOf(values: readonly number[]): number[] {
  return values.map((value) =>
    Number.isFinite(value) ? 1 + values.filter((other) => other > value).length : Number.NaN,
  );
}

/** A place, or a dash where there is none. */
function placeCell(place: number, speech: Speech): Cell {
  const cell = rawCell(speech, place);
  return Number.isFinite(place) ? cell : { ...cell, text: UNKNOWN };
}

/** Names that a cell of the table has room for, and how many of more. */
const OUTDOERS = 3;
const NAMED = 2;

/** Which approaches do better, by their municipalities. */
function sayOutdoers(names: readonly string[], { words }: Speech): string {
  if (names.length === 0) return words.comparison.nobody;
  if (names.length <= OUTDOERS) return names.join(', ');
  return words.footing.andMore(names.slice(0, NAMED).join(', '), String(names.length - NAMED));
}

/** The places of each approach by several goals, and which does better on both the gain and the balance. */
export function placesTable(
  all: readonly ComparedApproach[],
  columns: ComparedColumns,
  month: number,
  speech: Speech,
): TableBlock {
  const { comparison } = speech.words;
  const year = rawCell(speech, month / 12).text;
  // As printed: of two that read the same, neither comes first.
  const valuesOf = (cells: readonly (readonly [NumberCell, Cell])[]) => cells.map(([{ value }]) => value);
  const [gains, balances] = [valuesOf(columns.selfSufficient), valuesOf(columns.balance)];
  const goals = [
    [comparison.selfSufficient(year), gains],
    [comparison.gain(year), valuesOf(columns.offBijstand)],
    [comparison.dropout, valuesOf(columns.dropout).map((value) => -value)],
    [comparison.balance, balances],
    [comparison.own, columns.own.map(({ value }) => value)],
  ] as const;
  const places = goals.map(([, values]) => placesOf(values));
  const better = (i: number) =>
    all.flatMap(({ run }, other) =>
      gains[other]! > gains[i]! && balances[other]! > balances[i]! ? [run.municipality] : [],
    );
  return {
    kind: 'table',
    name: 'places',
    sheet: 'summary',
    caption: comparison.places,
    columns: [
      { label: runHeading(all[0]?.run, speech), kind: 'text', weight: 1.4 },
      ...goals.map(([label]) => ({ label, kind: 'number', weight: 1.1 }) as const),
      { label: comparison.outdoneBy, kind: 'text', weight: 1.4 },
    ],
    rows: all.map((each, i) => [
      textCell(each.run.municipality),
      ...places.map((ranks) => placeCell(ranks[i]!, speech)),
      textCell(sayOutdoers(better(i), speech)),
    ]),
    note: comparison.placesNote,
  };
}

/** That there is no one ranking; and where it is so, that what spends least more on its programme comes first by the balance. */
export function sayPlaces(all: readonly ComparedApproach[], speech: Speech): string {
  const { placesLead, placesLeastFirst } = speech.words.comparison;
  const known = all.flatMap((each) => {
    const [balance, programme] = [netBalance, programmeCost].map(
      ({ discounted }) => rowCells(speech, differenceOf(each, discounted), true)[0].value,
    ) as [number, number];
    return Number.isFinite(balance) && Number.isFinite(programme) ? [{ each, balance, programme }] : [];
  });
  const [first, ...others] = known.toSorted((a, b) => b.balance - a.balance);
  const isLeast =
    others.length > 0 &&
    others.every(({ balance, programme }) => balance < first!.balance && programme > first!.programme);
  return isLeast ? placesLeastFirst(first!.each.run.municipality) : placesLead;
}
