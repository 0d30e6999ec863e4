/** The English of the verdict: what it hangs on. */

import { counted } from '../counted.js';

export const verdict = {
  outweighs: (saved: string, extra: string) =>
    `A person costs ${saved} less in bijstand and ${extra} more in programme. It stops paying once the programme costs more than ${saved} extra.`,
  outweighsNot: (saved: string, extra: string) =>
    `A person costs ${saved} less in bijstand and ${extra} more in programme. It would pay if the programme cost less than ${saved} extra.`,
  bothLess: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} less in bijstand and ${programme} less in programme.`,
  bothMore: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} more in bijstand and ${programme} more in programme.`,
  programmeLess: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} more in bijstand and ${programme} less in programme.`,
  about: (bijstand: string, programme: string) =>
    `A person costs ${bijstand} in bijstand and ${programme} in programme.`,
  less: (amount: string) => `${amount} less`,
  more: (amount: string) => `${amount} more`,
  asMuch: 'about as much',
  doubt: {
    bijstand: (interval: string) => `Most of the doubt is in the bijstand${interval}.`,
    programme: (interval: string) => `Most of the doubt is in what the programme costs${interval}.`,
  },
  /** `untold`: what is said of those of which it is not known; empty: there are none. */
  doubts: (where: string, untold: string) => `Most of the doubt is ${where}${untold}.`,
  /** `of`: how many there are, where that is still to be said; else empty. */
  doubtsWhere: {
    programme: (count: string, of: string) =>
      `in what the programme costs in ${count}${of === '' ? '' : ` of ${of}`}`,
    bijstand: (count: string, of: string) => `in the bijstand in ${count}${of === '' ? '' : ` of ${of}`}`,
  },
  doubtsUntold: (count: string) => `; in ${count} it cannot be told`,
  gains: (count: string, where: string) =>
    `Compared with the literature (0 to 5 percentage points more off bijstand after five years): of ${counted(count, 'gain', 'gains')}, ${where}.`,
  gainsWhere: {
    plausible: (count: string) => `${count} within that`,
    above: (count: string) => `${count} above it`,
    outside: (count: string) => `${count} far above it (more than 8)`,
    negative: (count: string) => `${count} below zero`,
  },
  turns: (where: string) => `The answer changes over the points: ${where}.`,
  turnsNot: {
    pays: (count: string) => `It pays at all ${count} points.`,
    not: (count: string) => `It does not pay at any of the ${count} points.`,
    same: (count: string) => `It makes no difference at any of the ${count} points.`,
    unsure: (count: string) => `Whether it pays cannot be told at any of the ${count} points.`,
  },
  paysAt: (names: string) => `it pays at ${names}`,
  paysNotAt: (names: string) => `it does not pay at ${names}`,
  sameAt: (names: string) => `it makes no difference at ${names}`,
  unsureAt: (names: string) => `it cannot be told at ${names}`,
  moves: (low: string, at: string, high: string, atHigh: string) =>
    `The net balance against the reference goes from ${low} a person (${at}) to ${high} (${atHigh}).`,
  staysAt: (value: string) =>
    `Rounded, the net balance against the reference is ${value} a person at all of them.`,
  influences: (names: string) => `Of the assumptions, it hangs most on ${names}.`,
  influence: (name: string, share: string) => `${name} (${share} of the spread)`,
  noInfluence: (draws: string) =>
    `Over all ${draws} parameter draws, in which everything varies at once, no single assumption stands out; more draws may tell.`,
  movedMost: (count: string, names: string) =>
    count === '1'
      ? `Of the assumptions one was put at both ends of its range, and it moves the balance: ${names}.`
      : `Of ${count} assumptions that were put at both ends of their ranges one by one, the balance moves most with: ${names}.`,
};
