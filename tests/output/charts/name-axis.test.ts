import { describe, expect, it } from 'vitest';
import { nameAxis } from '../../../src/output/charts/name-axis.js';

describe('an axis of names', () => {
  it('sets the middle of a name of several lines at its row', () => {
    const rows = [
      { id: 'a', label: 'short' },
      { id: 'b', label: 'a name that takes two lines' },
    ];
    const { axis } = nameAxis(rows, 100).y as { axis: { labelOffset: object } };
    expect(axis.labelOffset).toEqual({
      condition: [{ test: 'indexof(["b"], datum.value) >= 0', value: -7.5 }],
      value: 0,
    });
  });
});
