/** Which of several things that may go on at once counts: conditions worked out by hand. */

import { describe, expect, it } from 'vitest';
import { strongestWhen } from '../../../src/domain/life/strongest.js';
import type { Condition } from '../../../src/engine/model/model.js';

const going = (name: string): Condition => ({ track: name, in: ['on'] });
const item = (name: string, strength: number) => ({ name, strength, when: going(name) });

describe('strongestWhen', () => {
  const items = [item('weak', 1), item('first', 2), item('nothing', 0), item('second', 2), item('strong', 3)];
  const when = (name: string) =>
    strongestWhen(items.find((each) => each.name === name)!, items, ({ strength }) => strength);
  const unless = (...names: string[]) => names.map((name) => ({ not: going(name) }));

  it('lets an item count while it goes on and nothing stronger does', () => {
    expect(when('strong')).toEqual({ all: [going('strong')] });
    expect(when('weak')).toEqual({ all: [going('weak'), ...unless('first', 'second', 'strong')] });
  });

  it('of equals lets the earlier one count', () => {
    expect(when('first')).toEqual({ all: [going('first'), ...unless('strong')] });
    expect(when('second')).toEqual({ all: [going('second'), ...unless('first', 'strong')] });
  });

  it('never lets one count that does nothing', () => {
    expect(when('nothing')).toEqual({ any: [] });
  });
});
