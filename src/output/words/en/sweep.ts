/** Reports of sweeps. */

import { counted } from '../counted.js';

export const sweep = {
  title: (place: string) => `What if: ${place}`,
  question: (place: string, paths: string) =>
    `What changes in ${place} if ${paths === '' ? 'the assumptions are others' : `${paths} ${paths.includes('” and “') ? 'are' : 'is'} different`}? The same simulated people live at every point; at each point the approaches stand side by side.`,
  lead: (approach: string, points: string, pays: string, not: string, unsure: string) =>
    `At ${counted(points, 'point', 'points')} “${approach}” pays in ${pays}, does not pay in ${not}, and in ${unsure} it cannot be told.`,
  base: 'the base: nothing changed',
  caption: (approach: string, reference: string) =>
    `“${approach}” minus “${reference}” at each point, per person`,
  fromBase: (approach: string) => `Each point minus the base, under “${approach}”`,
  baseLead: 'What a point itself changes, under the same approach and for the same people.',
  note: 'What a point sets is fixed in every parameter draw; the other numbers vary.',
};
