/** The rows of `doorstroom explain`, as a file and as plain data. */

import { quantiles } from '../../analysis/statistics.js';
import { questionsOf } from '../../domain/parameters/alternatives.js';
import { wholePaths } from '../../domain/parameters/number-maker.js';
import {
  type AnnotatedQuantity,
  annotated,
  describeTie,
  hasRest,
  isAnnotated,
  isByAlternative,
  isSameAs,
  labels,
  type Quantity,
} from '../../domain/parameters/quantity.js';
import { DEFAULT_INTERVAL, quantileOfQuantity } from '../../domain/parameters/uncertainty.js';
import type { Language } from '../../output/language.js';
import { sayDecimal } from '../../output/number.js';
import { type FileColumn, numberColumn, type Table, textColumn } from '../../output/package/columns.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import { sayPlace } from '../../scenario/check/diagnostic.js';
import type { Explained } from '../../scenario/check/provenance.js';
import { shortenFromPackage } from '../scenarios/scenarios.js';

export type { AnnotatedQuantity };

const { explain: english } = wordsIn('en').screen.commands;

/** Points of a parameter's distribution that are shown: its median and the middle 95 %. */
const POINTS = [0.025, 0.5, 0.975] as const;

/** An explained node with its places in words and the drawn points of its distribution. */
export interface ExplainedRow extends Explained {
  readonly setIn: string;
  readonly places: readonly string[];
  /** Absent where nothing is drawn. A list of all numbers does not ask for them. */
  readonly points?: () => readonly number[];
}

/** Adds to an explained node what is computed from it. */
export function explainedRow(explained: Explained): ExplainedRow {
  const { quantity, chain, posterior } = explained;
  const places = chain.map(({ place }) => sayPlace(place, shortenFromPackage));
  const row = { ...explained, places, setIn: places.at(-1) ?? '' };
  if (quantity === undefined) return row;
  // The quantiles of a product of unknowns, or of what hangs on an alternative, do not follow from its ends.
  const { tie } = quantity;
  const isMixed = questionsOf(quantity).length > 0;
  const isProduct = posterior === undefined && tie !== undefined && tie.ratios.length > 0;
  if (isMixed || isProduct || hasRest(quantity)) return row;
  const whole = wholePaths.includes(explained.path);
  const pointsOf = () =>
    posterior === undefined
      ? POINTS.map((p) => quantileOfQuantity(quantity, p, whole))
      : quantiles(posterior(), POINTS);
  let points: readonly number[] | undefined;
  return {
    ...row,
    points: () => {
      points ??= pointsOf();
      return points;
    },
  };
}

/** A value as it was written, on one line, with numbers as files have them. @param words English for files */
export function writtenValue(
  value: unknown,
  words: Words['screen']['commands']['explain'] = english,
): string {
  if (value === null) return words.removed;
  if (isSameAs(value)) {
    const ratio = value.ratio === undefined ? '' : ` x ${writtenValue(value.ratio, words)}`;
    const less = (value.less ?? []).map((path) => ` - ${path}`);
    return `${words.sameAs(value.same_as)}${ratio}${less.join('')}`;
  }
  if (isByAlternative(value)) {
    const values = Object.entries(value.values).map(([name, own]) => `${name} ${writtenValue(own, words)}`);
    return words.by(value.by, values.join(', '));
  }
  if (isAnnotated(value)) return [String(value.value), rangeText(value)].filter(Boolean).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The range of a number, by itself as files have it; empty when it has none. */
export function rangeText({ low, high }: AnnotatedQuantity, language: Language = 'en'): string {
  if (low === undefined || high === undefined) return '';
  return `[${sayDecimal(low, language)}${language === 'nl' ? ';' : ','} ${sayDecimal(high, language)}]`;
}

/** The share of what is drawn that lies within the range of a number. */
export function shareWithinRange({ interval }: AnnotatedQuantity): number {
  return interval ?? DEFAULT_INTERVAL;
}

/** Path of the number that this one is tied to; undefined where it is drawn by itself. */
export function sameAsOf(quantity: AnnotatedQuantity | undefined): string | undefined {
  return quantity?.tie === undefined ? undefined : describeTie(quantity.tie);
}

/** The alternatives that a number hangs on, by itself or through others, each with the weight of its answers. */
export function alternativesOf(quantity: AnnotatedQuantity, language: Language): string[] {
  return questionsOf(quantity).map(({ by, options, weights }) => {
    const answers = options.map(({ name }, i) => `${name} ${sayDecimal(weights[i]!, language)}`);
    return `${by}: ${answers.join(language === 'nl' ? '; ' : ', ')}`;
  });
}

/** Whether a number was worked out from others, by itself or under an answer. */
export function isComputed(quantity: Quantity): boolean {
  const own = annotated(quantity);
  const isProduct = (own.tie?.ratios.length ?? 0) > 0;
  return isProduct || hasRest(own) || (own.choice?.options ?? []).some((each) => isComputed(each.quantity));
}

/** A label that numbers are counted and selected by; `same`: they follow from others; `none`: they have none. */
export type CountedLabel = NonNullable<AnnotatedQuantity['label']> | 'same' | 'none';

/** Label under which a number is counted and selected; a number that follows from others is not counted by itself. */
export function countedLabel({ tie, choice, label }: AnnotatedQuantity): CountedLabel {
  return tie === undefined && choice === undefined ? (label ?? 'none') : 'same';
}

/** Numbers by label: `none` for those without one, `same` for those that follow from others. */
export function countLabels(rows: readonly ExplainedRow[]): Partial<Record<CountedLabel, number>> {
  const counts = ([...labels, 'same', 'none'] as const).map((label) => [
    label,
    rows.filter(({ quantity }) => quantity !== undefined && countedLabel(quantity) === label).length,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

const text = (name: string, description: string, value: (q: AnnotatedQuantity) => string | undefined) =>
  textColumn<ExplainedRow>(name, description, (r) => r.quantity && value(r.quantity));

/** The numbers as a file. */
export function tableOf(file: string, rows: readonly ExplainedRow[]): Table<ExplainedRow> {
  const drawn = POINTS.map(
    (p, i): FileColumn<ExplainedRow> =>
      numberColumn(`p${100 * p}`, `${100 * p} % point of what is drawn`, (r) => r.points?.()[i]),
  );
  return {
    file,
    title: 'Where every number comes from',
    columns: [
      textColumn('path', 'path in the scenario', (r) => r.path),
      numberColumn('value', 'central value', (r) => r.quantity?.value),
      numberColumn('low', 'low end of the range', (r) => r.quantity?.low),
      numberColumn('high', 'high end of the range', (r) => r.quantity?.high),
      textColumn(
        'distribution',
        'distribution over the range; posterior: drawn from the calibration, and the range is that of the prior',
        (r) => (r.posterior === undefined ? r.quantity?.distribution : 'posterior'),
      ),
      ...drawn,
      text('unit', 'unit', (q) => q.unit),
      text('label', 'how sure it is', (q) => q.label),
      text('source', 'source', (q) => q.source),
      text('note', 'arithmetic or reason', (q) => q.note),
      textColumn(
        'same_as',
        'path of the number that this one is tied to in every draw (x: times, -: less), or of the alternative that it hangs on',
        (r) => sameAsOf(r.quantity) ?? r.quantity?.choice?.by,
      ),
      textColumn('set_in', 'file and line, or setting, that sets the value in force', (r) => r.setIn),
      textColumn('chain', 'all places that set it, with their values; the last one is in force', (r) =>
        r.chain.map(({ value }, i) => `${r.places[i]} ${writtenValue(value)}`).join(' > '),
      ),
    ],
    rows,
  };
}

/** The numbers as plain data, with the chain of each. */
export function dataOf(name: string, rows: readonly ExplainedRow[]) {
  return {
    scenario: name,
    labels: countLabels(rows),
    numbers: rows.map(({ path, value, quantity, points, setIn, chain, places }) => ({
      path,
      ...(quantity === undefined
        ? { value }
        : {
            ...quantity,
            tie: undefined,
            choice: undefined,
            bounds: undefined,
            same_as: sameAsOf(quantity),
            by: quantity.choice?.by,
          }),
      ...(points === undefined ? {} : { points_2_5_50_97_5: points() }),
      set_in: setIn,
      chain: chain.map((word, i) => ({
        set_in: places[i],
        value: word.value,
        holds: i === chain.length - 1,
      })),
    })),
  };
}
