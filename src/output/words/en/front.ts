/** The first pages of a report, which stand alone. */

export const front = {
  rows: {
    selfSufficient: (year: string) => `Self-sufficient within ${year} ${year === '1' ? 'year' : 'years'}`,
    onBijstand: (year: string) => `On bijstand after ${year} ${year === '1' ? 'year' : 'years'}`,
    months: 'Months to self-sufficiency, counted up to the horizon',
    dropout: 'Left the course and activities of some size for half a year or more',
    bijstand: 'Bijstand, euros',
    programme: 'Programme, euros',
    balance: 'Net balance, all payers together, euros',
    own: 'Balance of the municipality itself, euros',
  },
  tableCaption: (approach: string, reference: string) =>
    `“${approach}” beside “${reference}”, per person of the cohort`,
  tableNote:
    'pp: percentage points. The 95% interval is that of what is not known about the parameters. A balance is minus the costs: higher is better. The municipality’s balance is bijstand and its own part of the programme.',
  ownBetter: (amount: string, interval: string) =>
    `For the municipality itself the balance is ${amount} a person better${interval}.`,
  ownWorse: (amount: string, interval: string) =>
    `For the municipality itself the balance is ${amount} a person worse${interval}.`,
  ownSame: (interval: string) =>
    `For the municipality itself the balance does not change noticeably${interval}.`,
  othersPay: (list: string) => `Beside the municipality a person costs: ${list}.`,
  paysMore: (payer: string, amount: string) => `${payer} ${amount} more`,
  paysLess: (payer: string, amount: string) => `${payer} ${amount} less`,
  inShort: (about: string) => `In short: ${about}.`,
  inSteps: (approach: string, steps: string) => `Under ${approach} one step follows the other: ${steps}.`,
  ownNote:
    'What the municipality receives from the state for bijstand is not counted, nor are student finance and schooling of those who leave bijstand for an education.',
  hangsOn: 'What it hangs on',
  influencesCaption: (approach: string) => `Assumptions that the balance of “${approach}” hangs on most`,
  rises: 'better',
  falls: 'worse',
  open: {
    title: 'What the source leaves open',
    lead: 'The source does not answer some questions. Each parameter draw takes one answer, by weights that are assumptions; the results above are over all of them.',
    // Behind a colon a sentence goes on without a capital.
    answer: (answer: string, weight: string, verdict: string) =>
      `${answer} (weight ${weight}): ${verdict.slice(0, 1).toLowerCase()}${verdict.slice(1)}`,
    balance: (amount: string, interval: string) =>
      `net balance ${amount} a person against the reference${interval}.`,
    noDraw: 'no parameter draw has this answer.',
    caption: (question: string, approach: string, reference: string) =>
      `${question} “${approach}” minus “${reference}”, by the answer`,
    all: 'Over all answers',
    note: 'An interval is that of what is not known beside the answer; the one over all answers includes it. Few draws of an answer tell little of it: ask for more draws.',
    sameDraws: (answers: string) =>
      `With so few parameter draws ${answers} hold in the same draws: their rows are alike, and nothing tells what either does. Ask for more draws.`,
    answerOf: (question: string, answer: string) => `${question} ${answer}: weight`,
    underAnswer: (name: string, answer: string) => `${name} (if: ${answer})`,
  },
  assumed: 'What is assumed',
  assumedLead: (count: string, total: string) =>
    `Of the ${total} numbers that this rests on, ${count} are assumptions: nobody has published them.`,
  assumedMost: (list: string) =>
    `Of the assumptions that were put at both ends of their ranges one by one, with all else as it is centrally, the balance moves most with: ${list}.`,
  assumedNone:
    'None of the assumptions that were put at both ends of their ranges one by one, with all else as it is centrally, moves the balance.',
  assumedGuess: (list: string) =>
    `Which assumptions move the balance most was not measured here. By what they are about and how wide their ranges are, it may be: ${list}. The command doorstroom sensitivity measures it.`,
  assumedWhere: 'The annex names part of them, the workbook all, with value, range and reason.',
};
