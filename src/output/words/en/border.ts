/** Reports of a border in two numbers. */

export const border = {
  question: (place: string, first: string, second: string, measure: string) =>
    `For which values of ${first} and of ${second} together does the difference between the approaches in ${place} turn? What is compared: ${measure}.`,
  found: (approach: string, reference: string, goal: string, lines: string) =>
    `The difference of ${approach} from ${reference} crosses ${goal} along a border: ${lines}.`,
  line: (from: string, to: string) => `from ${from} to ${to}`,
  place: (first: string, x: string, second: string, y: string) => `${first} ${x} with ${second} ${y}`,
  never: (approach: string, reference: string, goal: string, isAbove: boolean) =>
    `Wherever both numbers lie among the values looked at, the difference of ${approach} from ${reference} is on average ${isAbove ? 'above' : 'not above'} ${goal}: on average the answer does not turn on them.`,
  same: (approach: string, reference: string) =>
    `Wherever both numbers lie among the values looked at, ${approach} comes to exactly what ${reference} does: these two numbers cannot turn the answer.`,
  sides: (goal: string, above: string, below: string) =>
    `Above ${goal} is the side of ${above}; not above it is the side of ${below}.`,
  caption: (approach: string, reference: string) =>
    `Places on the border of “${approach}” minus “${reference}”`,
  note: 'Both numbers are fixed at each place in every parameter draw; the others vary. Found on a lattice of 7 by 7 places (lattice.csv) and between its neighbours.',
  noteIntervals:
    'In brackets: the 95% interval of that number over the other parameters, the other of the two fixed there.',
  chart: {
    title: (place: string) => `Where the answer turns in two numbers, ${place}`,
    description: (first: string, second: string, said: string) =>
      `Map of ${first} (across) and ${second} (up), a panel for each approach. ${said}`,
    note: (measure: string, goal: string) =>
      `What is compared: ${measure}. Line: where the difference crosses ${goal}. Filled squares: above it; open squares: not above it.`,
    noteIntervals: 'Thin lines: 95% interval of one of the numbers, the other fixed.',
    at: (x: string, y: string, value: string) => `${x}, ${y}: ${value}`,
  },
};
