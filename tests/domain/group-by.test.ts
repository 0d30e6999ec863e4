import { expect, it } from 'vitest';
import { groupBy } from '../../src/domain/group-by.js';

it('keeps the order of the keys and of the items of each', () => {
  const groups = groupBy([5, 2, 8, 3, 1], (each) => each % 2 === 0);
  expect([...groups]).toEqual([
    [false, [5, 3, 1]],
    [true, [2, 8]],
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});
