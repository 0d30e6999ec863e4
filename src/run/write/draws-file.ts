/**
 * The sums of the main outcomes by parameter draw and half of the persons, beside the tables of a run: with them two runs of the
 * same people can be compared draw by draw.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { personsByHalf, type Results, sumsOf } from '../../analysis/results.js';
import type { Sums } from '../../analysis/uncertainty.js';
import { answersInDraws, openAlternatives } from '../../domain/parameters/open-alternatives.js';
import { headlines } from './headlines.js';

/** Name of the file. */
export const drawsFile = 'draws.json';

/** Draws of which sums are kept: of more the file would be larger than all tables together. */
const MOST_DRAWS = 4000;

const numbers = z.array(z.number());

/** Beside what is read back here, the file says by open question which answer each draw has, as a position among `options`. */
const schema = z.object({
  /** Persons by draw and half, one after the other. */
  persons: numbers,
  measures: z.array(
    z.object({
      approach: z.string(),
      measure: z.string(),
      month: z.number().nullable(),
      sums: numbers,
      /** Those concerned, of a mean over them; null: all persons. */
      concerned: numbers.nullable(),
    }),
  ),
});

/** The text of the file; undefined: there are too many draws for it. */
export function formatDraws(results: Results): string | undefined {
  if (results.draws.length > MOST_DRAWS) return undefined;
  const persons = Array.from(personsByHalf(results, 0));
  const measures = results.approaches.flatMap(({ name, position }, approach) =>
    headlines(results.horizonMonths, [results.task.tree]).flatMap(({ measure, month }) => {
      const at = position.get(month === undefined ? measure : `${measure}@${month}`);
      if (at === undefined) return [];
      const { counted, of } = sumsOf(results, approach, 0, at);
      return [
        { approach: name, measure, month: month ?? null, sums: Array.from(counted), of: Array.from(of) },
      ];
    }),
  );
  const isOfAll = (of: readonly number[]) => of.every((count, i) => count === persons[i]);
  const answers = openAlternatives(results.task.tree).map((alternative) => ({
    alternative: alternative.name,
    options: alternative.options.map(({ name }) => name),
    answers: answersInDraws(alternative, results.task),
  }));
  return `${JSON.stringify({
    ...(answers.length === 0 ? {} : { alternatives: answers }),
    persons,
    measures: measures.map(({ of, ...rest }) => ({ ...rest, concerned: isOfAll(of) ? null : of })),
  })}\n`;
}

/** Sums of a measure under an approach; undefined: the run has none. */
export type FindSums = (approach: string, measure: string, month: number | undefined) => Sums | undefined;

/** Reads the file of a result folder; undefined: there is none, or it is not as a run writes it. */
export function readDraws(folder: string): FindSums | undefined {
  const path = join(folder, drawsFile);
  if (!existsSync(path)) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
  const { data } = schema.safeParse(content);
  if (data === undefined) return undefined;
  return (approach, measure, month) => {
    const found = data.measures.find(
      (each) => each.approach === approach && each.measure === measure && each.month === (month ?? null),
    );
    if (found === undefined) return undefined;
    return {
      counted: Float64Array.from(found.sums),
      of: Float64Array.from(found.concerned ?? data.persons),
    };
  };
}
