/** An answer that is called the goal of a municipality gives that goal. */

import { describe, expect, it } from 'vitest';
import { estimateRows } from '../../src/analysis/estimates.js';
import { assembleResults } from '../../src/analysis/results.js';
import { shippedTree, taskOf, wholeDraw } from '../shipped.js';

/** Amsterdam's people of one year. */
const PEOPLE = 1427;
/** Of those who fit, whom the intake takes. */
const SHARE = 0.073;

describe('Amsterdam, whose goal is to place 75 people a year', () => {
  it('takes some eighty a year, and places 75 of them within a year if the goal is reached', () => {
    const tree = shippedTree('amsterdam', [
      'alternatives.placed=yes',
      // All who fit take part, for little noise.
      'approaches.parallel.activities.jobcoach.for.share=1',
      'cohort.size=600',
    ]);
    const task = taskOf(tree);
    const rows = estimateRows(assembleResults(task, [wholeDraw(task, 0)]));
    const share = (measure: string) =>
      rows.find((row) => row.approach === 'parallel' && row.measure === measure)!.estimate;
    const entering = PEOPLE * SHARE * share('participation_share_jobcoach');
    expect(Math.abs(entering - 83)).toBeLessThan(3);
    expect(Math.abs(entering * share('placed_share_jobcoach') - 75)).toBeLessThan(3);
  });
});
