import { expect, it } from 'vitest';
import { activity, approach, price, problemsOf, twins } from '../twins.js';

it('what is tied or chosen under a name with a dot, which no path can tell, is refused as an unknown setting', () => {
  const dotted = `income: { a.b: { same_as: cohort.size } }
cohort: { x.y: { by: alternatives.open, values: { yes: 1, no: { same_as: cohort.size } } } }`;
  expect(problemsOf(twins(approach(activity(price)), approach(activity(price)), dotted))).toEqual([
    expect.stringContaining('unknown name "income.a.b"'),
    expect.stringContaining('unknown name "cohort.x.y"'),
  ]);
});
