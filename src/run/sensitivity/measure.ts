/** The measure that an analysis is about, as the command line names it. */

import { sharedMeasures } from '../../analysis/contrast.js';
import { assembleResults } from '../../analysis/results.js';
import { findMeasure } from '../../domain/measures/find.js';
import { measureKey, type PersonMeasure } from '../../domain/measures/measures.js';
import type { Language } from '../../output/language.js';
import { wordsIn } from '../../output/words/words.js';
import { suggest } from '../../scenario/check/nearest.js';
import type { Task } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';

/** The measure of that name, or name@month of one by year. @throws Refusal where not all approaches have it */
export function measureNamed(name: string, task: Task): PersonMeasure {
  const measures = sharedMeasures(assembleResults(task, []));
  const found = measures.find((measure) => measureKey(measure) === name);
  if (found !== undefined) return found;
  const months = measures.flatMap((measure) => (measure.name === name ? [measureKey(measure)] : []));
  const hint =
    months.length > 0
      ? `; it goes by year: expected one of ${months.join(', ')}`
      : suggest(name, measures.map(measureKey));
  throw new Refusal(
    `--measure ${name}: no mean over persons that all approaches of ${task.tree.name} have${hint === '' ? '; doorstroom explain SCENARIO --measures lists measures' : hint}`,
  );
}

/** A measure as sentences name it, behind "the". */
export function sayMeasure(
  { name, unit, month }: Pick<PersonMeasure, 'name' | 'unit' | 'month'>,
  language: Language,
): string {
  const label = findMeasure(name)?.headline?.label[language];
  if (label === undefined) return month === undefined ? name : `${name}@${month}`;
  const { screen, names } = wordsIn(language);
  const of = unit === 'share' ? screen.measureIs.share(label) : screen.measureIs.other(label);
  return month === undefined ? of : names.patterns.atYear(of, String(month / 12));
}

/** @throws Refusal where there is one approach only, so that there is no difference */
export function refuseAlone({ tree, approaches }: Pick<Task, 'tree' | 'approaches'>): void {
  if (approaches.length < 2)
    throw new Refusal(
      `${tree.name}: only the approach "${approaches.join()}"; expected another one, whose difference with it can be looked at`,
    );
}
