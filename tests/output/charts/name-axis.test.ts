import { describe, expect, it } from 'vitest';
import { nameAxis } from '../../../src/output/charts/name-axis.js';

interface Axis {
  readonly scale: { readonly domain: readonly number[] };
  readonly axis: { readonly labelOffset: object; readonly values: readonly number[] };
}

describe('an axis of names', () => {
  const rows = [
    { id: 'a', label: 'short' },
    { id: 'b', label: 'a name that takes two lines' },
    { id: 'c', label: 'brief' },
  ];

  it('sets the middle of a name of several lines at its row', () => {
    const { axis } = nameAxis(rows, 100).y as Axis;
    expect(axis.labelOffset).toEqual({
      condition: [{ test: 'indexof([43.5], datum.value) >= 0', value: -7.5 }],
      value: 0,
    });
  });

  it('gives each row the height that its own name takes', () => {
    const { y, height, transform } = nameAxis(rows, 100);
    // Lines of 15 pixels, and 9 between names.
    expect(height).toBe(24 + 39 + 24);
    expect((y as Axis).axis.values).toEqual([12, 43.5, 75]);
    expect((y as Axis).scale.domain).toEqual([0, height]);
    expect(transform).toEqual({ calculate: '[12,43.5,75][indexof(["a","b","c"], datum.id)]', as: 'row' });
  });

  it('sets the row of a panel that would be too low in its middle', () => {
    const { y, height } = nameAxis(rows.slice(0, 1), 100);
    expect([height, (y as Axis).axis.values]).toEqual([48, [24]]);
  });
});
