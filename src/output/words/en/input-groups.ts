/** What is said of uncertain numbers together: which carry most, in groups, and in which box of them the answer turns. */

export const inputGroups = {
  /** What is analysed, of whom: a difference with the reference, or the outcome of one approach. */
  whose: {
    difference: (approach: string) => `the difference of ${approach}`,
    own: (approach: string) => `the outcome of ${approach} itself`,
  },
  /** The same in a note. */
  outcome: { difference: 'the difference from the reference', own: 'the outcome' },
  /** Of a number in which a difference over all answers never turns. */
  usedUnder: (answer: string, question: string, set: string) =>
    `That is over all answers to open questions; the number is used only under ${answer} as the answer to ${question}, where it may turn: ${set} looks at that answer alone.`,
  leftOut:
    'From what value of a number on it pays, in which combination of numbers, and what it would be worth to know a number belong to a difference between approaches; they are left out.',
  first: (whose: string, carried: string) => `Of the variance of ${whose} over the parameters, ${carried}.`,
  carries: (name: string, share: string) => `${name} carries ${share}`,
  anyShare: (names: string) =>
    `How much of the variance ${names} carries, the draws are too few to tell (--draws takes more).`,
  posterior: 'all calibrated numbers together',
  others: 'all other numbers together',
  /** Numbers that go together and have no label. */
  group: (name: string) => `group ${name}`,
  together: (name: string, share: string, worth: string) =>
    `The numbers of ${name} together carry ${share} of the variance${worth}.`,
  groupWorth: (amount: string, error: string) =>
    `; to know them would be worth ${amount} a person (standard error ${error})`,
  untold: (names: string, enough: string | undefined) =>
    `What the numbers of ${names} carry together, the draws are too few to tell (${enough === undefined ? '--draws takes more' : `it takes some ${enough}: --draws ${enough}`}).`,
  noShare: (enough: string | undefined) =>
    enough === undefined
      ? 'How much of the variance any number carries cannot be told; more draws or replications may help (--draws, --replications).'
      : `How much of the variance any number carries, the draws are too few to tell: it takes some ${enough} (--draws ${enough}).`,
  strongest: (indexed: string) =>
    `In groups that are drawn independently of each other (Sobol indices): ${indexed}.`,
  index: (name: string, first: string, total: string) =>
    `${name}: ${first} alone, ${total} together with others`,
  tooFewPoints: (names: string) =>
    `The base points are too few to tell the Sobol indices of ${names} (--base-points takes more).`,
  worse: (approach: string, share: string) =>
    `In ${share} of the parameter draws ${approach} does worse than the reference.`,
  better: (approach: string, share: string) =>
    `In ${share} of the parameter draws ${approach} does better than the reference.`,
  noBox: 'No combination of numbers in which it does stands out from chance.',
  worseIf: (limits: string, density: string, coverage: string) =>
    `If ${limits}, it does worse in ${density} of the draws; ${coverage} of all draws in which it does are of this kind.`,
  betterIf: (limits: string, density: string, coverage: string) =>
    `If ${limits}, it does better in ${density} of the draws; ${coverage} of all draws in which it does are of this kind.`,
  below: (name: string, high: string) => `${name} is below ${high}`,
  above: (name: string, low: string) => `${name} is above ${low}`,
  between: (name: string, low: string, high: string) => `${name} is from ${low} to ${high}`,
  answered: (name: string, answers: string) => `the answer to ${name} is ${answers}`,
  turns: {
    at: (approach: string, said: string) =>
      `On average over all other numbers, the difference of ${approach} is above 0 ${said}.`,
    up: (name: string, value: string, low: string, high: string) =>
      `if ${name} is ${value} or more (95% interval: ${low} to ${high})`,
    down: (name: string, value: string, low: string, high: string) =>
      `if ${name} is below ${value} (95% interval: ${low} to ${high})`,
    belowRange: 'below its range',
    aboveRange: 'above its range',
    open: (names: string) => `Whether it turns within the range of ${names}, the draws leave open.`,
    never: (approach: string, names: string) =>
      `Within the range of ${names} the difference of ${approach} never turns on average.`,
    atCentral: (names: string) =>
      `With all other numbers at their central values, though, it turns within the range of ${names}.`,
    underAnswer: (name: string, answer: string, question: string) =>
      `Under the answer ${answer} to ${question}, though, with all other numbers at their central values, it turns within the range of ${name}.`,
  },
  /** Of two approaches that never differ. */
  same: (approach: string, reference: string) =>
    `In every draw ${approach} comes to exactly what ${reference} does: the two are the same in this, so that nothing can turn the answer.`,
  sameAt: (approach: string, reference: string, name: string) =>
    `At every value of ${name} that was looked at, ${approach} comes to exactly what ${reference} does in every draw: ${name} cannot turn the answer.`,
  /** The choice between three approaches or more. */
  joint: {
    title: (place: string, measure: string) => `${place}: ${measure}, all approaches at once`,
    best: (count: string, name: string) => `Of all ${count} approaches, ${name} is best on average.`,
    worth: (amount: string, error: string) =>
      `To know everything before one of them is chosen would be worth ${amount} a person (standard error ${error}).`,
    worthUnknown:
      'What it would be worth to know everything before one of them is chosen cannot be estimated.',
    inputs: (names: string) => `Of single numbers, it would be worth most to know: ${names}.`,
    noInput: 'As far as the draws tell, no single number would be worth knowing by itself.',
    pairs: 'What follows is about each approach against the reference alone.',
    caption: (count: string) =>
      `What it would be worth to know a number before one of all ${count} approaches is chosen`,
    note: 'In the table: what it would be worth to know the number before one of all approaches is chosen, a person. All of them stand in value-of-inputs.csv.',
  },
  caption: (whose: string) =>
    `Sobol indices of ${whose}: the groups that move it most, and all others together`,
  note: 'Alone: part of the variance over the parameters that the group makes by itself; with others: part that it takes part in; both with their 95% bootstrap interval, which is conservative; cut off at 0 and 100. Calibrated numbers are correlated, and so make one group. All groups stand in indices.csv, a screening of all of them in screening.csv.',
  noteUntold: 'A dash: the base points are too few to tell (--base-points takes more).',
  name: 'Group',
  alone: 'Alone, %',
  withOthers: 'With others, %',
  chart: {
    title: (place: string, whose: string) => `Groups that ${whose} hangs on, ${place}`,
    description: (rows: string) =>
      `Bars by group of numbers: its share of the variance, with lines for the 95% intervals. ${rows}.`,
    axis: 'Share of the variance, %',
    noBar: 'Without a bar: the base points are too few.',
    untold: (name: string) => `${name}: the base points are too few`,
    note: 'Sobol indices, % of the variance over the parameters. Dark: what the group makes alone; pale: what it takes part in. Line: 95% interval.',
  },
};
