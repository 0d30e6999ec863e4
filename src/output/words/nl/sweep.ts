/** The Dutch of reports of sweeps; see the English. */

import { counted } from '../counted.js';
import type * as english from '../en/sweep.js';

export const sweep: typeof english.sweep = {
  title: (place) => `Wat als: ${place}`,
  question: (place, paths) =>
    `Wat verandert er in ${place} als ${paths === '' ? 'de aannames anders zijn' : `${paths} anders is`}? Dezelfde gesimuleerde mensen doorlopen elk punt; in elk punt staan de aanpakken naast elkaar.`,
  lead: (approach, points, pays, not, unsure) =>
    `In ${counted(points, 'punt', 'punten')} loont ‘${approach}’ in ${pays}, loont het niet in ${not}, en is het in ${unsure} onzeker.`,
  base: 'de basis: niets veranderd',
  caption: (approach, reference) => `‘${approach}’ min ‘${reference}’ in elk punt, per persoon`,
  fromBase: (approach) => `Elk punt min de basis, onder ‘${approach}’`,
  baseLead: 'Wat een punt zelf verandert, onder dezelfde aanpak en bij dezelfde mensen.',
  note: 'Wat een punt zet, staat in elke parametertrekking vast; de andere getallen variëren.',
};
