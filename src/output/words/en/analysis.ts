/** Reports of thresholds and of sensitivity analyses. */

import { counted } from '../counted.js';

export const analysis = {
  threshold: {
    title: (place: string) => `Where the answer turns: ${place}`,
    question: (place: string, name: string, measure: string) =>
      `From what value of ${name} on does the difference between the approaches in ${place} turn? What is compared: ${measure}.`,
    up: (approach: string, reference: string, name: string, value: string, goal: string, interval: string) =>
      `If ${name} is ${value} or more, the difference of ${approach} from ${reference} is above ${goal}; if it is less, it is not ${interval}.`,
    down: (
      approach: string,
      reference: string,
      name: string,
      value: string,
      goal: string,
      interval: string,
    ) =>
      `If ${name} is below ${value}, the difference of ${approach} from ${reference} is above ${goal}; if it is more, it is not ${interval}.`,
    several: (approach: string, reference: string, name: string, values: string, goal: string) =>
      `The difference of ${approach} from ${reference} crosses ${goal} more than once as ${name} rises: at ${values}.`,
    never: (
      approach: string,
      reference: string,
      name: string,
      from: string,
      to: string,
      goal: string,
      isTold: boolean,
    ) =>
      `At the values of ${name} that were looked at, from ${from} to ${to}, the difference of ${approach} from ${reference} does not cross ${goal}. ${isTold ? 'How sure that is, the interval at each value tells' : 'How sure that is cannot be told: at none of them can the interval be determined'}.`,
    ends: (from: string, first: string, to: string, last: string) =>
      `At ${from} the difference is ${first}, at ${to} it is ${last}.`,
    below: (value: string) => `(95% interval: from below the values looked at to ${value})`,
    above: (value: string) => `(95% interval: from ${value} to above the values looked at)`,
    anywhere: '(95% interval: wider than the values looked at)',
    caption: (approach: string, reference: string) =>
      `“${approach}” minus “${reference}” by value, per person`,
    note: 'The number is fixed at each value in every parameter draw; the others vary.',
    target: (goal: string) => `Looked for: ${goal}`,
    chart: {
      title: (place: string) => `Where the answer turns, ${place}`,
      description: (name: string, readings: string) =>
        `Line chart with band: difference from the reference by ${name}. ${readings}.`,
      points: (measure: string) => `${measure}, percentage points`,
      note: (goal: string) =>
        `Line: difference from the reference; band: 95% interval over the other parameters. Horizontal line: what is looked for, ${goal}. Diamond: where it turns; thick line through it: the 95% interval of that.`,
    },
  },
  sensitivity: {
    title: (place: string) => `What the answer hangs on: ${place}`,
    question: (place: string, measure: string, draws: string) =>
      `Which of the uncertain numbers does the difference between the approaches in ${place} hang on? What is compared: ${measure}, over ${counted(draws, 'parameter draw', 'parameter draws')}.`,
    questionOwn: (place: string, whose: string, measure: string, draws: string) =>
      `Which of the uncertain numbers does ${whose} hang on in ${place}? What is looked at: ${measure}, over ${counted(draws, 'parameter draw', 'parameter draws')}.`,
    most: (whose: string, names: string) => `Most of what is not known about ${whose} hangs on ${names}.`,
    some: (whose: string, names: string) =>
      `Of what is not known about ${whose}, less than half comes from what stands out: ${names}.`,
    none: (whose: string, count: string) =>
      `Of the ${count} uncertain numbers, no single one stands out in ${whose}.`,
    turning: (names: string) =>
      `With one number at the low or the high point of its range and all others at central values, the difference changes sign for: ${names}.`,
    turningNone:
      'With any one number at the low or the high point of its range and all others at central values, the difference keeps its sign.',
    worth: (amount: string, error: string) =>
      `To know all of it before choosing would be worth ${amount} a person (standard error ${error}).`,
    worthUnknown: 'What it would be worth to know all of it cannot be estimated.',
    caption: (whose: string, shown: string, all: string) =>
      `The ${shown} of ${all} uncertain numbers that ${whose} hangs on most`,
    note: (outcome: string) =>
      `Share: of the variance of ${outcome} over the parameters, with its 95% interval; a dash: not estimated, or it does not stand out. At the low and the high point (2.5% and 97.5%) all others are at their central values; a number that there is only under one answer to an open question is tried under that answer. The share leaves out what no curve of the second degree in the rank catches, so that it is slightly too low where the effect is steepest at the ends. All numbers stand in inputs.csv.`,
    noteWorth: 'Worth: what it would be worth to know this number before choosing, with its standard error.',
    number: 'Uncertain number',
    share: 'Share, %',
    atLow: 'At the low point',
    atHigh: 'At the high point',
    worthOf: 'Worth',
    worthError: 'Standard error',
    chart: {
      title: (place: string, whose: string) => `What ${whose} hangs on, ${place}`,
      description: (outcome: string, rows: string) =>
        `Bars by uncertain number: ${outcome} at its low and its high point. ${rows}.`,
      note: (outcome: string) =>
        `Bar: from ${outcome} at the low point of a number (pale end) to that at its high point (dark end), all else at central values; of a number that there is only under one answer to an open question: under that answer. Line: all at central values.`,
    },
  },
};
