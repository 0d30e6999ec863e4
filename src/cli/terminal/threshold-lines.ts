/** From what value of a number on a difference turns, on the terminal and as JSON. */

import type { FoundBorder } from '../../output/border.js';
import { formatAs } from '../../output/number.js';
import type { FoundThreshold } from '../../output/threshold.js';
import type { BorderOutcome, ThresholdOutcome } from '../../run/threshold/threshold.js';
import { asWritten } from '../../run/write/read-back.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** A place of a border. */
type Place = FoundBorder['border']['lines'][number][number];

/** Digits of a value of the number. */
const DIGITS = 3;

const show = (value: number) => String(Number(value.toPrecision(DIGITS)));

/** A difference with its unit. */
function withUnit({ unit }: ThresholdOutcome, value: number, mcse: number, signed = true): string {
  return `${formatAs(unit, value, mcse, signed)} ${unit === 'share' ? 'percentage points' : unit}`;
}

/** The interval of a crossing; an end beyond the range is said to be. */
function sayInterval(low: number, high: number): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return 'no interval';
  const below = Number.isFinite(low);
  const above = Number.isFinite(high);
  if (below && above) return `95 % over the other parameters: ${show(low)} to ${show(high)}`;
  if (!below && !above) return '95 % over the other parameters: anywhere in its range, or beyond';
  return below
    ? `95 % over the other parameters: from ${show(low)} to beyond its range`
    : `95 % over the other parameters: from below its range to ${show(high)}`;
}

/** What was found for one approach, in a sentence. */
function sayThreshold(outcome: ThresholdOutcome, { approach, threshold }: FoundThreshold): string {
  const { label, reference, path, target, range, central } = outcome;
  const what = `the ${label} of “${approach}” against “${reference}”`;
  const goal = withUnit(outcome, target, Number.NaN, false);
  const [first, last] = [threshold.readings[0]!, threshold.readings.at(-1)!];
  const ends = `${withUnit(outcome, first.told.estimate, first.told.mcse)} at ${show(range.low)}, ${withUnit(outcome, last.told.estimate, last.told.mcse)} at ${show(range.high)}`;
  if (threshold.crossings.length === 0) {
    const side = threshold.above[0] ? 'above' : 'not above';
    return `Never within its range: for every value of ${path} from ${show(range.low)} to ${show(range.high)}, ${what} is ${side} ${goal} (${ends}).`;
  }
  const crossings = threshold.crossings.map(
    ({ value, direction, low, high }) =>
      `${direction === 'up' ? 'above' : 'no longer above'} ${goal} from ${show(value)} on (${sayInterval(low, high)})`,
  );
  return `As ${path} goes from ${show(range.low)} to ${show(range.high)}, ${what} is ${crossings.join(', then ')}; it is ${ends}${Number.isNaN(central) ? '' : `; the scenario has ${show(central)}`}.`;
}

/** What was found for one approach in two numbers, in a sentence: where the border begins and ends. */
function sayBorder(outcome: BorderOutcome, { approach, border }: FoundBorder): string {
  const { label, reference, unit, path, against, target } = outcome;
  const what = `the ${label} of “${approach}” against “${reference}”`;
  const goal = `${formatAs(unit, target, Number.NaN)} ${unit === 'share' ? 'percentage points' : unit}`;
  const ranges = `${path} from ${show(outcome.range.low)} to ${show(outcome.range.high)} and ${against.path} from ${show(against.range.low)} to ${show(against.range.high)}`;
  if (border.lines.length === 0) {
    const side = border.lattice.values[0]![0]! > target ? 'above' : 'not above';
    return `Never within their ranges: for ${ranges}, ${what} is ${side} ${goal} throughout.`;
  }
  const placeAt = ({ x, y }: Place) => `${path} ${show(x)} with ${against.path} ${show(y)}`;
  const lines = border.lines.map((line) => `from ${placeAt(line[0]!)} to ${placeAt(line.at(-1)!)}`);
  return `For ${ranges}, ${what} crosses ${goal} along a border ${lines.join(', and along one ')}.`;
}

/** What was found, a sentence for each approach. */
function sayAll(outcome: ThresholdOutcome | BorderOutcome): string[] {
  return outcome.border === undefined
    ? outcome.found.map((found) => sayThreshold(outcome, found))
    : outcome.border.map((found) => sayBorder(outcome, found));
}

/** The lines of a search. */
export function thresholdLines(
  outcome: ThresholdOutcome | BorderOutcome,
  page: Page,
  brush: Brush,
): string[] {
  return [
    '',
    ...wrap(outcome.municipality, page.text).map(brush.bold),
    ...sayAll(outcome).flatMap((said) => wrap(said, page.text)),
    ...wrap(`written to ${outcome.folder}`, page.text, 2),
    '',
  ];
}

/** A machine-readable summary. */
export function summariseThreshold(outcome: ThresholdOutcome | BorderOutcome) {
  if (outcome.border !== undefined) {
    const { border, label: _, ...rest } = outcome;
    const placesOf = (line: readonly Place[]) => line.map(({ x, y }) => [x, y].map(asWritten));
    return {
      ...rest,
      approaches: border.map(({ approach, border: { lines } }) => ({
        approach,
        lines: lines.map(placesOf),
      })),
    };
  }
  const { found, label: _, ...rest } = outcome;
  return {
    ...rest,
    approaches: found.map(({ approach, threshold: { crossings, above, readings } }) => ({
      approach,
      above_at_ends: above,
      difference_at_ends: [readings[0]!, readings.at(-1)!].map(({ told }) => asWritten(told.estimate)),
      crossings: crossings.map(({ value, direction, error, low, high }) => ({
        value: asWritten(value),
        direction,
        error: asWritten(error),
        interval: [low, high].map(asWritten),
      })),
    })),
  };
}
