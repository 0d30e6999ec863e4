/** The Dutch of the verdict; see the English. */

import { counted } from '../counted.js';
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
  about: (bijstand, programme) => `Per persoon kost de bijstand ${bijstand} en het programma ${programme}.`,
  less: (amount) => `${amount} minder`,
  more: (amount) => `${amount} meer`,
  asMuch: 'ongeveer evenveel',
  doubt: {
    bijstand: (interval) => `De meeste onzekerheid zit in de bijstand${interval}.`,
    programme: (interval) => `De meeste onzekerheid zit in wat het programma kost${interval}.`,
  },
  doubts: (where, untold) => `De meeste onzekerheid zit ${where}${untold}.`,
  doubtsWhere: {
    programme: (count, of) => `bij ${count}${of === '' ? '' : ` van de ${of}`} in wat het programma kost`,
    bijstand: (count, of) => `bij ${count}${of === '' ? '' : ` van de ${of}`} in de bijstand`,
  },
  doubtsUntold: (count) => `; bij ${count} is dat niet te zeggen`,
  gains: (count, where) =>
    `Vergeleken met de literatuur (0 tot 5 procentpunt meer uit de bijstand na vijf jaar): van ${counted(count, 'uitkomst', 'uitkomsten')} ${where}.`,
  gainsWhere: {
    plausible: (count) => `${count} daarbinnen`,
    above: (count) => `${count} erboven`,
    outside: (count) => `${count} ver erboven (meer dan 8)`,
    negative: (count) => `${count} onder nul`,
  },
  turns: (where) => `Het antwoord verschilt per punt: ${where}.`,
  turnsNot: {
    pays: (count) => `Het loont op alle ${count} punten.`,
    not: (count) => `Het loont op geen van de ${count} punten.`,
    same: (count) => `Het maakt op geen van de ${count} punten verschil.`,
    unsure: (count) => `Of het loont, is op geen van de ${count} punten te zeggen.`,
  },
  paysAt: (names) => `het loont bij ${names}`,
  paysNotAt: (names) => `het loont niet bij ${names}`,
  sameAt: (names) => `het maakt geen verschil bij ${names}`,
  unsureAt: (names) => `het is onzeker bij ${names}`,
  moves: (low, at, high, atHigh) =>
    `Het nettosaldo ten opzichte van de referentie loopt van ${low} per persoon (${at}) tot ${high} (${atHigh}).`,
  staysAt: (value) =>
    `Afgerond is het nettosaldo ten opzichte van de referentie op alle punten ${value} per persoon.`,
  influences: (names) => `Van de aannames hangt de uitkomst het meest af van ${names}.`,
  influence: (name, share) => `${name} (${share} van de spreiding)`,
  noInfluence: (draws) =>
    `Over alle ${draws} parametertrekkingen samen, waarin alles tegelijk varieert, springt geen enkele aanname eruit; met meer trekkingen kan dat anders zijn.`,
  movedMost: (count, names) =>
    count === '1'
      ? `Van de aannames is er één op beide uiteinden van haar bandbreedte gezet; die verschuift het saldo: ${names}.`
      : `Van ${count} aannames die één voor één op beide uiteinden van hun bandbreedte zijn gezet, verschuift het saldo het meest door: ${names}.`,
};
