/** The Dutch of the verdict; see the English. */

import type * as english from '../en/verdict.js';

export const verdict: typeof english.verdict = {
  outweighs: (saved, extra) =>
    `Per persoon kost de bijstand ${saved} minder en het programma ${extra} meer. Het loont niet meer zodra het programma meer dan ${saved} extra kost.`,
  outweighsNot: (saved, extra) =>
    `Per persoon kost de bijstand ${saved} minder en het programma ${extra} meer. Het zou lonen als het programma minder dan ${saved} extra kostte.`,
  bothLess: (bijstand, programme) =>
    `Per persoon kost de bijstand ${bijstand} minder en het programma ${programme} minder.`,
  bothMore: (bijstand, programme) =>
    `Per persoon kost de bijstand ${bijstand} meer en het programma ${programme} meer.`,
  programmeLess: (bijstand, programme) =>
    `Per persoon kost de bijstand ${bijstand} meer en het programma ${programme} minder.`,
  doubt: {
    bijstand: (interval) => `De meeste onzekerheid zit in de bijstand${interval}.`,
    programme: (interval) => `De meeste onzekerheid zit in wat het programma kost${interval}.`,
  },
  influences: (names) => `Van de aannames bepalen deze de uitkomst het meest: ${names}.`,
  influence: (name, share) => `${name} (${share} van de spreiding)`,
  noInfluence: (draws) =>
    `In ${draws} parametertrekkingen springt geen enkele aanname eruit; meer trekkingen kunnen dat wel laten zien.`,
};
