/** Reports of the pilot worth running, and of how the choice stands without one. */

import { counted } from '../counted.js';

export const pilot = {
  title: (place: string) => `The pilot worth running: ${place}`,
  question: (place: string, outcome: string, draws: string) =>
    `How many people would a pilot in ${place} need, and how long would they have to be followed, to tell what an approach does? Half get the approach, half do not; what is measured: ${outcome}. Over ${counted(draws, 'parameter draw', 'parameter draws')}.`,
  tells: (approach: string, persons: string, months: string, power: string) =>
    `A pilot of ${approach} with ${persons} people, followed for ${months} months, can tell: its interval leaves zero out with a probability of ${power} if the difference is the expected one.`,
  same: (approach: string, reference: string) =>
    `${approach} comes to exactly what ${reference} does in every draw: there is nothing that a pilot could tell, and none is worth its costs.`,
  tooFew: (persons: string) => `One of ${persons} people cannot.`,
  tellsNone: (approach: string, most: string, power: string) =>
    `No pilot of ${approach} of up to ${most} people can tell: the highest power is ${power}, for the difference that is expected.`,
  worth: (persons: string, months: string, amount: string, error: string) =>
    `The best of those looked at, of ${persons} people followed for ${months} months, is worth ${amount} after its costs (standard error ${error}).`,
  worthNone: (most: string) => `None of the pilots looked at, of up to ${most} people, is worth running.`,
  worthOpen: 'Whether any is worth running cannot be told: the draws leave it open.',
  pricedAtNothing:
    'Following people was priced at nothing, so that the costs are only what the half loses that gets what is worse by what is known now: give --cost-per-person, --cost-per-month or --fixed-cost.',
  worthUnknown: 'What a pilot is worth cannot be estimated.',
  caption: (approach: string, reference: string) => `Pilots of “${approach}” against “${reference}”`,
  persons: 'People',
  months: 'Months',
  power: 'Power',
  assurance: 'Assurance',
  width: 'Width of the interval',
  evsi: 'Worth per person of the choice, euros',
  netBenefit: 'Net benefit, euros',
  note: 'People: with and without the approach together. Power: the probability that the 95% interval leaves zero out if the difference is the expected one; assurance: the same on average over what it may be. Worth: expected value of sample information. Net benefit: that for all whom the choice concerns, from when the last person has been measured, less the costs of following people and what those lose who get what is worse by what is known now. A dash: cannot be estimated. What was set for the costs and for whom the choice holds stands under “Annex: how to repeat the run”.',
  screen: {
    title: (place: string, approach: string, reference: string) =>
      `${place}: a pilot of “${approach}” against “${reference}”`,
    columns: ['persons', 'months', 'choice\nin', 'power', 'assurance', 'width', 'evsi', 'net benefit'],
    note: (measured: string, unit: string, draws: string) =>
      `Measured: ${measured}. Persons with and without the approach, half each; choice in: months until all are measured; power for the expected difference, assurance over what it may be, %; width of the 95% interval, ${unit}; evsi: what a pilot is worth for a person whom the choice concerns, net benefit: for all of them, less its costs, euros (${counted(draws, 'draw', 'draws')}).`,
  },
  chart: {
    title: (place: string, approach: string) => `What a pilot of ${approach} is worth, ${place}`,
    description: (rows: string) =>
      `Line chart: net benefit of a pilot by its size, a line for each length. ${rows}.`,
    axis: 'People in the pilot, with and without the approach',
    line: (months: string) => `${months} months`,
    note: 'Expected net benefit of the pilot, thousands of euros; filled: the best that is worth its costs. Bars: a standard error on either side.',
    pricedAtNothing: 'Following people was priced at nothing.',
    row: (persons: string, months: string, amount: string) =>
      `${persons} people, ${months} months: ${amount}`,
  },
  decision: {
    best: (names: string, most: string) =>
      `Without a pilot, which approach is best on average hangs on what a person more who becomes self-sufficient is worth, from nothing to ${most}: ${names}.`,
    always: (name: string, most: string) =>
      `Without a pilot, ${name} is best on average whatever a person more who becomes self-sufficient is worth, from nothing to ${most}.`,
    from: (name: string, euros: string, error: string) =>
      `from ${euros} on (standard error ${error}) ${name}`,
    axis: 'Euros for a person more who becomes self-sufficient, thousands',
    acceptability: {
      title: (place: string) => `How sure the choice is, ${place}`,
      description: (rows: string) =>
        `Line chart: probability that each approach is the best, by what one is willing to pay for a person more who becomes self-sufficient. ${rows}.`,
      note: 'Line: probability over the parameters that the approach is the best. Dots: the approach that is best on average. Bars: a standard error on either side, by the number of draws.',
    },
    loss: {
      title: (place: string) => `What the choice may cost, ${place}`,
      description: (rows: string) =>
        `Line chart: expected loss of each approach, by what one is willing to pay for a person more who becomes self-sufficient. ${rows}.`,
      note: 'Line: euros a person lost on average by choosing the approach rather than the best under each set of parameters. Dots: the approach that is best on average; what it loses is what it would be worth to know everything.',
    },
    plane: {
      title: (place: string) => `Costs and effects, ${place}`,
      description: (rows: string) =>
        `Scatter plot: what each approach does and costs more than the reference, a point for each parameter draw. ${rows}.`,
      effect: 'More people self-sufficient, percentage points',
      cost: 'More costs, euros a person',
      note: 'A point for each parameter draw, without the chance of persons.',
      row: (approach: string, share: string) => `${approach}: costs more in ${share} of the draws`,
    },
    row: (approach: string, value: string, euros: string) => `${approach}: ${value} at ${euros}`,
  },
};
