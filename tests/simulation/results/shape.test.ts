import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../src/simulation/results/shape.js';

describe('a shape', () => {
  const shape = shapeOf(['leaf', 'state', 'month'], { leaf: 2, state: 3, month: 4 });

  it('has a position of its own for every place, the last axis fastest', () => {
    const positions = [0, 1].flatMap((leaf) =>
      [0, 1, 2].flatMap((state) => [0, 1, 2, 3].map((month) => shape.at(leaf, state, month))),
    );
    expect(positions).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect(shape.length).toBe(24);
  });

  it('knows where rows begin, and how long they are', () => {
    // Leaf 1 begins after 3 x 4 values, state 2 after 2 x 4 more.
    expect(shape.rowAt(1, 2)).toBe(20);
    expect(shape.rowAt(1, 2)).toBe(shape.at(1, 2, 0));
    expect(shape.rowLength).toBe(4);
    const table = shapeOf(['leaf', 'measure'], { leaf: 4, measure: 7 });
    expect([table.at(3, 5), table.rowAt(3), table.rowLength, table.length]).toEqual([26, 21, 7, 28]);
    const list = shapeOf(['leaf'], { leaf: 4 });
    expect([list.at(3), list.rowAt(), list.rowLength, list.length]).toEqual([3, 0, 4, 4]);
  });

  it('takes no more axes than it can place', () => {
    const sizes = { a: 1, b: 1, c: 1, d: 1 };
    expect(() => shapeOf(['a', 'b', 'c', 'd'], sizes)).toThrow('more axes than 3: a, b, c, d');
  });
});
