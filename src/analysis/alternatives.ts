/** Main outcomes by the answer that draws have to an open question, and over all answers: the same draws, grouped. */

import { headlines } from '../domain/measures/headlines.js';
import type { PersonMeasure } from '../domain/measures/measures.js';
import {
  answersInDraws,
  type OpenAlternative,
  openAlternatives,
} from '../domain/parameters/open-alternatives.js';
import { HALVES } from '../simulation/results/leaves.js';
import { boundsOf } from './estimates.js';
import { type Results, sumsOf } from './results.js';
import { boundsOfDifference } from './spread.js';
import { type Interval, NO_INTERVAL } from './statistics.js';
import { type Estimated, estimateMean, type Sums } from './uncertainty.js';

/** A main outcome of an approach, or its difference with the reference, in the draws that have an answer. */
export interface AlternativeRow extends Estimated, Interval {
  /** Absent: over all draws, whatever their answers. */
  readonly answer?: {
    readonly alternative: OpenAlternative;
    readonly option: OpenAlternative['options'][number];
  };
  /** How many draws there are. */
  readonly draws: number;
  readonly approach: string;
  /** The approach that it is compared with; absent: the outcome itself. */
  readonly against?: string;
  readonly measure: string;
  readonly month: number | undefined;
  readonly unit: string;
}

/** Sums in which other draws than some count nobody. */
export function sumsOfDraws({ counted, of }: Sums, has: (draw: number) => boolean): Sums {
  const kept = (sums: Float64Array) => sums.map((sum, i) => (has(Math.floor(i / HALVES)) ? sum : 0));
  return { counted: kept(counted), of: kept(of), isPart: true };
}

/** What the draws of a run tell together. */
interface Group {
  readonly answer?: AlternativeRow['answer'];
  readonly draws: number;
  readonly has: (draw: number) => boolean;
}

function groupsOf(results: Results): Group[] {
  const { task, draws } = results;
  const groups = openAlternatives(task.tree).flatMap((alternative) => {
    const answers = answersInDraws(alternative, task);
    const ofDraw = draws.map(({ draw }) => answers[draw]!);
    return alternative.options.map(
      (option, i): Group => ({
        answer: { alternative, option },
        draws: ofDraw.filter((answer) => answer === i).length,
        has: (draw) => ofDraw[draw] === i,
      }),
    );
  });
  return groups.length === 0 ? [] : [{ draws: draws.length, has: () => true }, ...groups];
}

/** A single draw of several tells nothing of how far others are from it. */
const LEAST_DRAWS = 2;

/** The estimates in a group of draws; those of all draws are the ones of the run. */
function estimateIn(
  group: Group,
  results: Results,
  measure: PersonMeasure,
  own: Sums,
  other?: Sums,
): Estimated {
  const isWhole = group.draws === results.draws.length;
  const [ours, theirs] = [own, other].map((sums) =>
    sums === undefined || isWhole ? sums : sumsOfDraws(sums, group.has),
  ) as [Sums, Sums | undefined];
  const bounds = boundsOf(results, measure, ours);
  const between =
    theirs === undefined ? bounds : boundsOfDifference(bounds, boundsOf(results, measure, theirs));
  const { estimate, mcse, low, high } = estimateMean(ours, theirs, between);
  const isTold = isWhole || group.draws >= LEAST_DRAWS;
  return isTold ? { estimate, mcse, low, high } : { estimate, mcse: Number.NaN, ...NO_INTERVAL };
}

/**
 * The main outcomes of the whole cohort over all draws, then by open question and answer: of every approach, and of the difference with
 * the reference, on the same persons. None where no question is open. The draws of one answer are no whole blocks and pairs, which
 * the estimates allow for.
 */
export function alternativeRows(results: Results): AlternativeRow[] {
  const { approaches, horizonMonths, task } = results;
  const groups = groupsOf(results);
  if (groups.length === 0) return [];
  const shown = headlines(horizonMonths, [task.tree]).flatMap(({ measure, month, unit }) => {
    const key = month === undefined ? measure : `${measure}@${month}`;
    const sides = approaches.map((layout, approach) => {
      const at = layout.position.get(key);
      if (at === undefined) return undefined;
      return { measure: layout.measures[at] as PersonMeasure, sums: sumsOf(results, approach, 0, at) };
    });
    return [{ measure, month, unit, sides }];
  });
  return groups.flatMap((group) =>
    shown.flatMap(({ sides, ...what }) =>
      [undefined, 0].flatMap((reference) =>
        sides.flatMap((side, approach): AlternativeRow[] => {
          const other = reference === undefined ? undefined : sides[reference];
          if (side === undefined || approach === reference) return [];
          if (reference !== undefined && other === undefined) return [];
          return [
            {
              ...(group.answer === undefined ? {} : { answer: group.answer }),
              draws: group.draws,
              approach: approaches[approach]!.name,
              ...(other === undefined ? {} : { against: approaches[0]!.name }),
              ...what,
              ...estimateIn(group, results, side.measure, side.sums, other?.sums),
            },
          ];
        }),
      ),
    ),
  );
}
