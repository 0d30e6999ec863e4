/** The places of approaches by several goals: there is no one ranking. */

import { programmeCost } from '../../../domain/measures/money.js';
import { type Cell, type NumberCell, type TableBlock, textCell } from '../blocks.js';
import { rawCell, runHeading, type Speech, UNKNOWN } from '../speech.js';
import { TWO_SIDED_95 } from '../telling-error.js';
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

/** What each approach comes to by each of the goals, as printed: of two that read the same, neither comes first. Higher is better. */
function goalsOf({ selfSufficient, offBijstand, dropout, balance, own }: ComparedColumns) {
  const valuesOf = (cells: readonly (readonly [NumberCell, Cell])[]) => cells.map(([{ value }]) => value);
  return {
    selfSufficient: valuesOf(selfSufficient),
    offBijstand: valuesOf(offBijstand),
    dropout: valuesOf(dropout).map((value) => -value),
    balance: valuesOf(balance),
    own: own.map(({ value }) => value),
  };
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
  const of = goalsOf(columns);
  const [gains, balances] = [of.selfSufficient, of.balance];
  const goals = [
    [comparison.selfSufficient(year), gains],
    [comparison.gain(year), of.offBijstand],
    [comparison.dropout, of.dropout],
    [comparison.balance, balances],
    [comparison.own, of.own],
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

/** What an approach does, without its names and what it costs. */
function activitiesOf({ run, approach }: ComparedApproach): string {
  const own = run.parts.filter((part) => part.approach === approach.name);
  return JSON.stringify(
    own.map(({ approach: _approach, label: _label, labels: _labels, source: _source, ...part }) => part),
  );
}

/** Whether an approach spends less more on its programme than another, by more than chance. */
function spendsLess(one: ComparedApproach, other: ComparedApproach): boolean {
  const [own, others] = [one, other].map((each) => differenceOf(each, programmeCost.discounted));
  if (own === undefined || others === undefined) return false;
  return others.estimate - own.estimate > TWO_SIDED_95 * Math.hypot(own.mcse, others.mcse);
}

/** The one approach that comes first by the balance and by nothing else, does something else than the others and spends less. */
function leastFirst(
  all: readonly ComparedApproach[],
  columns: ComparedColumns,
): ComparedApproach | undefined {
  const { balance, ...others } = goalsOf(columns);
  const first = placesOf(balance).indexOf(1);
  const [one, rest] = [all[first], all.filter((_, i) => i !== first)];
  if (one === undefined || rest.length === 0) return undefined;
  const isFirst = (values: readonly number[]) => placesOf(values)[first] === 1;
  const isAlone = balance.filter((value) => value === balance[first]).length === 1;
  if (!isAlone || Object.values(others).some(isFirst)) return undefined;
  return rest.every((each) => activitiesOf(each) !== activitiesOf(one) && spendsLess(one, each))
    ? one
    : undefined;
}

/** That there is no one ranking; and where it is so, that what does least comes first by the balance. */
export function sayPlaces(
  all: readonly ComparedApproach[],
  columns: ComparedColumns,
  { words }: Speech,
): string {
  const { placesLead, placesLeastFirst } = words.comparison;
  const least = leastFirst(all, columns);
  return least === undefined ? placesLead : placesLeastFirst(least.run.municipality);
}
