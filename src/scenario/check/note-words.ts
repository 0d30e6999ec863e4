/** The English of notes on a scenario; messages about what is refused say some of it too. It imports nothing, as words do. */

/** Of numbers whose draws lie beyond what their place allows. */
export const beyond = {
  number: (value: number) => String(value),
  percent: (share: string) => `${share} %`,
  below: (end: string) => `below ${end}`,
  above: (end: string) => `above ${end}`,
  /** The first side, or the only one. */
  ofDraws: (percent: string, where: string) => `${percent} of its draws lie ${where}`,
  andSide: (percent: string, where: string) => ` and ${percent} ${where}`,
  or: ' or ',
  countAs: (path: string, shares: string, ends: string, place: string, instead: string) =>
    `${path}: ${shares}, and count as ${ends} (${place}); ${instead}`,
  lower: (paths: string) => `lower what is taken off: ${paths}`,
  narrow: (path: string) => `narrow the range of the ratio or of ${path}`,
  /** `whose`: the path of the number it is tied to; empty: it is its own. */
  use: (distribution: string, whose: string) =>
    `use distribution: ${distribution}${whose === '' ? '' : ` for ${whose}`}`,
  whichEnds: ', which ends at low and high',
};

/** Of what is named and used nowhere. */
export const unused = {
  nowhere: (path: string, place: string, use: string) => `${path}: used nowhere (${place}); ${use}`,
  writeNumber: (path: string) => `where it holds, write { same_as: ${path} }`,
  hangOn: (path: string) => `a number hangs on it with { by: ${path}, values: ... }`,
  boughtIn: 'it is of activities that cost something and say bought_in: true, of which there are none',
  onWork: 'it is of activities that act on work or lead to it, of which there are none',
  onEducation: 'it is of activities that act on education or lead to it, of which there are none',
};

/** Of values set by hand that are probably mistakes. */
export const setByHand = {
  number: (value: number) => String(value),
  /** Between values in a list. */
  between: ', ',
  kept: (path: string) => `${path}: {} keeps what is there; an empty value (null) takes it away`,
  thousandfold: (path: string, values: string, before: string) =>
    `${path}: ${values} where it was ${before}: a thousand times as much or as little; in numbers a point is the decimal point`,
  farOne: (path: string, value: string, low: string, high: string) =>
    `${path}: ${value} lies far outside its own range, ${low} to ${high}`,
  farMany: (path: string, count: string, first: string, last: string, low: string, high: string) =>
    `${path}: ${count} values (${first} to ${last}) lie far outside its own range, ${low} to ${high}`,
};

export type BeyondWords = typeof beyond;
export type UnusedWords = typeof unused;
export type SetByHandWords = typeof setByHand;
