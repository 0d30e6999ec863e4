/** Reports of sweeps. */

import { counted, shareOut } from '../counted.js';

export const sweep = {
  title: (place: string) => `What if: ${place}`,
  question: (place: string, paths: string) =>
    `What changes in ${place} ${paths === '' ? 'if the assumptions are others' : `with other values of ${paths}`}? The same simulated people live at every point; at each point the approaches stand side by side.`,
  lead: (approach: string, points: string, pays: string, not: string, unsure: string) =>
    `“${approach}” at ${counted(points, 'point', 'points')}: ${shareOut(
      points,
      [
        [pays, 'it pays'],
        [not, 'it does not pay'],
        [unsure, 'it cannot be told whether it pays'],
      ],
      {
        some: (what, count) => `at ${count} ${what}`,
        all: (what) => `at all of them ${what}`,
        one: (what) => what,
      },
    )}.`,
  base: 'the base: nothing changed',
  caption: (approach: string, reference: string) =>
    `“${approach}” minus “${reference}” at each point, per person`,
  fromBase: (approach: string) => `Each point minus the base, under “${approach}”`,
  baseLead: 'What a point itself changes, under the same approach and for the same people.',
  note: 'What a point sets is fixed in every parameter draw; the other numbers vary.',
};
