/** From what value of a number on a difference turns, on the terminal and as JSON. */

import type { FoundBorder } from '../../output/border.js';
import type { Language } from '../../output/language.js';
import { formatAs, formatNumber } from '../../output/number.js';
import { labelOfAnswer } from '../../output/package/labels.js';
import { sayBorder } from '../../output/say-border.js';
import type { FoundThreshold } from '../../output/threshold.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import { approachLabel, numberName } from '../../run/scenarios/number-names.js';
import type { BorderOutcome, ThresholdOutcome } from '../../run/threshold/threshold.js';
import { asWritten } from '../../run/write/read-back.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** A place of a border. */
type Place = FoundBorder['border']['lines'][number][number];

/** Digits of a value of the number. */
const DIGITS = 3;

/** A value of the number. */
export function sayShortNumber(value: number, language: Language): string {
  const short = Number(value.toPrecision(DIGITS));
  const decimals = /\.(\d+)$/.exec(String(short))?.[1]?.length ?? 0;
  return formatNumber(short, decimals, language);
}

/** A difference with its unit. */
function withUnit(
  { unit }: Pick<ThresholdOutcome, 'unit'>,
  value: number,
  mcse: number,
  language: Language,
  signed = true,
): string {
  return `${formatAs(unit, value, mcse, signed, language)} ${wordsIn(language).screen.inUnit[unit]}`;
}

/** The interval of a crossing; an end beyond the range is said to be. */
function sayInterval(
  low: number,
  high: number,
  { none, between, anywhere, from, to }: Words['screen']['overOthers'],
  language: Language,
): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return none;
  const [first, last] = [sayShortNumber(low, language), sayShortNumber(high, language)];
  const below = Number.isFinite(low);
  const above = Number.isFinite(high);
  if (below && above) return between(first, last);
  if (!below && !above) return anywhere;
  return below ? from(first) : to(last);
}

/** At how many of the values looked at the interval of the difference is on the side of its estimate. */
function toldAt(
  { target, draws }: ThresholdOutcome,
  { readings, above: [isAbove] }: FoundThreshold['threshold'],
): keyof Words['screen']['toldAt'] {
  const told = readings.filter(({ outcome: { low, high } }) => Number.isFinite(low) && Number.isFinite(high));
  if (draws === 1 || told.length === 0) return 'unknown';
  const apart = told.filter(({ outcome }) => (isAbove ? outcome.low > target : outcome.high <= target));
  if (apart.length === 0) return 'none';
  return apart.length === readings.length ? 'all' : 'some';
}

/** Of a number that is used under one answer to an open question alone, that it is, and how to look at that answer. */
function sayGiven({ named, given }: ThresholdOutcome, language: Language): string[] {
  if (given === undefined) return [];
  const { question, answer } = given;
  const { inputGroups, quoted } = wordsIn(language);
  return [
    inputGroups.usedUnder(
      quoted(labelOfAnswer(named, language, question, answer, answer)),
      quoted(numberName(named, question, language)),
      `--set ${question}=${answer}`,
    ),
  ];
}

/** What was found for one approach, in a sentence. */
function sayThreshold(
  outcome: ThresholdOutcome,
  { approach, threshold }: FoundThreshold,
  language: Language,
): string {
  const { sayMeasure, named, reference, path, target, range, central } = outcome;
  const { screen } = wordsIn(language);
  const say = (value: number) => sayShortNumber(value, language);
  const number = numberName(named, path, language);
  const what = screen.contrast(
    sayMeasure(language),
    approachLabel(named, approach, language),
    approachLabel(named, reference, language),
  );
  if (threshold.readings.every(({ outcome: { estimate, mcse } }) => estimate === 0 && mcse === 0)) {
    const { inputGroups, quoted } = wordsIn(language);
    const [own, other] = [approach, reference].map((name) => quoted(approachLabel(named, name, language)));
    return inputGroups.sameAt(own!, other!, quoted(number));
  }
  const goal = withUnit(outcome, target, Number.NaN, language, false);
  const [low, high] = [say(range.low), say(range.high)];
  const [atLow, atHigh] = [threshold.readings[0]!, threshold.readings.at(-1)!].map((each) =>
    withUnit(outcome, each.outcome.estimate, each.outcome.mcse, language),
  );
  const ends = screen.ends(atLow!, low, atHigh!, high);
  if (threshold.crossings.length === 0) {
    const never = screen.neverCrosses(
      number,
      [low, high],
      what,
      threshold.above[0],
      goal,
      ends,
      screen.toldAt[toldAt(outcome, threshold)],
    );
    return [never, ...sayGiven(outcome, language)].join(' ');
  }
  const crossings = threshold.crossings.map((crossing) =>
    screen.crossing[crossing.direction](
      goal,
      say(crossing.value),
      sayInterval(crossing.low, crossing.high, screen.overOthers, language),
    ),
  );
  const crosses = screen.crosses(number, [low, high], what, crossings.join(screen.andThen), ends);
  return Number.isNaN(central) ? crosses : `${crosses} ${screen.scenarioHas(say(central))}`;
}

/** What was found for one approach in two numbers. */
function sayBorderOf(outcome: BorderOutcome, { approach, border }: FoundBorder, language: Language): string {
  const { named, reference, path, against, target } = outcome;
  const words = wordsIn(language);
  const [first, second] = [path, against.path].map((each) => words.quoted(numberName(named, each, language)));
  const [own, other] = [approach, reference].map((name) =>
    words.quoted(approachLabel(named, name, language)),
  );
  const { x: across, y: upwards, values } = border.lattice;
  return sayBorder(
    {
      words,
      approach: own!,
      reference: other!,
      first: first!,
      second: second!,
      goal: withUnit(outcome, target, Number.NaN, language, false),
      sayNumber: (value) => sayShortNumber(value, language),
    },
    {
      lines: border.lines,
      lattice: upwards.flatMap((y, j) => across.map((x, i) => ({ x, y, estimate: values[j]![i]! }))),
      isAboveAtLow: values[0]![0]! > target,
    },
  );
}

/** What was found, a sentence for each approach. */
function sayAll(outcome: ThresholdOutcome | BorderOutcome, language: Language): string[] {
  return outcome.border === undefined
    ? outcome.found.map((found) => sayThreshold(outcome, found, language))
    : outcome.border.map((found) => sayBorderOf(outcome, found, language));
}

/** The lines of a search. */
export function thresholdLines(
  outcome: ThresholdOutcome | BorderOutcome,
  page: Page,
  brush: Brush,
): string[] {
  const { language } = page;
  return [
    '',
    ...wrap(outcome.municipality, page.text).map(brush.bold),
    // A line between approaches: on a narrow terminal each takes many.
    ...sayAll(outcome, language).flatMap((said, i) => [...(i === 0 ? [] : ['']), ...wrap(said, page.text)]),
    ...wrap(wordsIn(language).screen.written(outcome.folder), page.text, 2),
    '',
  ];
}

/** A machine-readable summary. */
export function summariseThreshold(outcome: ThresholdOutcome | BorderOutcome) {
  if (outcome.border !== undefined) {
    const { border, sayMeasure: _, named: __, ...rest } = outcome;
    const { path, against } = rest;
    const placesOf = (line: readonly Place[]) => line.map(({ x, y }) => [x, y].map(asWritten));
    const intervalsOf = (line: readonly Place[]) =>
      line.map(({ along, low, high }) => ({
        of: along === 'x' ? path : against.path,
        interval: [low, high].map(asWritten),
      }));
    return {
      ...rest,
      approaches: border.map(({ approach, border: { lines } }) => ({
        approach,
        lines: lines.map(placesOf),
        intervals: lines.map(intervalsOf),
      })),
    };
  }
  const { found, sayMeasure: _, named: __, ...rest } = outcome;
  return {
    ...rest,
    approaches: found.map(({ approach, threshold: { crossings, above, readings } }) => ({
      approach,
      above_at_ends: above,
      difference_at_ends: [readings[0]!, readings.at(-1)!].map(({ outcome }) => asWritten(outcome.estimate)),
      crossings: crossings.map(({ value, direction, error, low, high }) => ({
        value: asWritten(value),
        direction,
        error: asWritten(error),
        interval: [low, high].map(asWritten),
      })),
    })),
  };
}
