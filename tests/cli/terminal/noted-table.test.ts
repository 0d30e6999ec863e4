import { expect, it } from 'vitest';
import { withNotes } from '../../../src/cli/terminal/noted-table.js';
import { plain } from '../../../src/cli/terminal/screen.js';

it.each([
  ['en', 'no interval', /^No interval: the chance of persons hides/, 'One draw gives no intervals.'],
  ['nl', 'geen interval', /^Geen interval: het toeval van personen/, undefined],
] as const)(
  'says why a difference has no interval, unless it is known (%s)',
  (language, said, why, known) => {
    const page = { language, table: 80, text: 200 };
    const below = (line: string, notes: readonly string[]) => withNotes([line], notes, page, plain).slice(1);
    expect(below('dropout  -0.1 [-0.3, 0.1]', ['note'])).toEqual(['note']);
    const [first, ...rest] = below(`dropout  -0.1 [${said}]`, ['note']);
    expect(first).toMatch(why);
    expect(rest).toEqual(['note']);
    if (known !== undefined)
      expect(below(`dropout  -0.1 [${said}]`, [`10 lives. ${known}`])).toEqual([`10 lives. ${known}`]);
  },
);
