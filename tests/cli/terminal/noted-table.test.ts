import { expect, it } from 'vitest';
import { withNotes } from '../../../src/cli/terminal/noted-table.js';
import { plain } from '../../../src/cli/terminal/screen.js';

it.each([
  ['en', 'no interval', /^No interval: the chance of persons hides/, /^No interval: it takes 6 /],
  ['nl', 'geen interval', /^Geen interval: het toeval van personen/, /^Geen interval: daarvoor zijn 6 /],
] as const)(
  'says why a difference has no interval, unless the notes do (%s)',
  (language, said, byChance, byFew) => {
    const page = { language, table: 80, text: 200 };
    const below = (line: string, draws: number | undefined) =>
      withNotes([line], ['note'], draws, page, plain).slice(1);
    expect(below('dropout  -0.1 [-0.3, 0.1]', 16)).toEqual(['note']);
    const why = [6, 5, 2].map((draws) => below(`dropout  -0.1 [${said}]`, draws));
    expect(why.map((lines) => lines.length)).toEqual([2, 2, 2]);
    expect(why[0]![0]).toMatch(byChance);
    for (const [first] of why.slice(1)) expect(first).toMatch(byFew);
    for (const draws of [1, undefined]) expect(below(`dropout  -0.1 [${said}]`, draws)).toEqual(['note']);
  },
);
