/** The Dutch of reports of sweeps; see the English. */

import { counted, shareOut } from '../counted.js';
import type * as english from '../en/sweep.js';

export const sweep: typeof english.sweep = {
  title: (place) => `Wat als: ${place}`,
  question: (place, paths) =>
    `Wat verandert er in ${place} ${paths === '' ? 'als de aannames anders zijn' : `bij andere waarden van ${paths}`}? Dezelfde gesimuleerde mensen doorlopen elk punt; in elk punt staan de aanpakken naast elkaar.`,
  lead: (approach, points, pays, not, unsure) =>
    `‘${approach}’ in ${counted(points, 'punt', 'punten')}: ${shareOut(
      points,
      [
        [pays, 'loont het'],
        [not, 'loont het niet'],
        [unsure, 'is onzeker of het loont'],
      ],
      {
        some: (what, count) => `in ${count} ${what}`,
        all: (what) => `in alle ${what}`,
        one: (what) => `in dat punt ${what}`,
      },
    )}.`,
  base: 'de basis: niets veranderd',
  caption: (approach, reference) => `‘${approach}’ min ‘${reference}’ in elk punt, per persoon`,
  fromBase: (approach) => `Elk punt min de basis, onder ‘${approach}’`,
  baseLead: 'Wat een punt zelf verandert, onder dezelfde aanpak en bij dezelfde mensen.',
  note: 'Wat een punt zet, staat in elke parametertrekking vast; de andere getallen variëren.',
};
