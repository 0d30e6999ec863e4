/** The English of one person's life under each approach, and of what differs first. */

import type { Names } from '../../../domain/regimes/regime.js';

/** `; open under A by housing: housed`: nothing where nothing opens it. */
const openBy = (here: string, facts: string) => (facts === '' ? '' : `; open under ${here} by ${facts}`);

export const trace = {
  month: 'month',
  /** What a state is called, and a track or an effect that is no activity: as scenarios write it. */
  state: (name: string, _terms: Names) => name.replaceAll('_', ' '),
  track: (name: string, _terms: Names) => name,
  /** What the model keeps for itself, and changes chances by. */
  kept: {
    idle: 'idle time',
    hours: 'hours',
    engagement: 'engagement',
    age: 'age',
    support_learning: 'place of learning',
    support_dropout: 'support against dropout',
    support_aftercare: 'aftercare',
    support_obliged: 'a sanction that may follow',
    support_deterred: 'an earlier sanction',
    support_after_part_time: 'work that grew out of part-time work',
    support_before_duty_met: 'work from before the duty was met',
    support_contract: 'kind of contract',
  } as Names,
  /** Weeks that an activity has lasted, which it goes on from. */
  weeksOf: (activity: string) => `weeks of ${activity}`,
  /** Support of what has no words above. */
  supportFor: (target: string) => `support for ${target}`,
  /** The state of support: what gives it, or gave it and still works. */
  support: {
    on: (activity: string) => `with ${activity}`,
    fading: (activity: string) => `after ${activity}`,
  },
  attribute: (name: string, value: string) => `${name} ${value}`,
  answers: { yes: 'yes', no: 'no' },
  age: (years: string) => `${years} years at the permit`,
  capacity: (hours: string) => `capacity ${hours} hours a week`,
  where: { any: 'differs first', shared: 'on a track of both', income: 'in income' },
  nothing: (where: string) => `${where}: nothing`,
  differs: (where: string, what: string) => `${where}: ${what}`,
  or: ' or ',
  /** A fact that stands in the way; `wanted`: the states that would do. */
  obstacle: (track: string, state: string, wanted: string) =>
    wanted === '' ? `${track}: ${state}` : `${track}: ${state}, not ${wanted}`,
  after: (months: string) => `after ${months} months`,
  atOnce: 'at once',
  median: (months: string) => `a median of ${months} months`,
  time: (distribution: string) => `a time with ${distribution} distribution`,
  atMostFor: (time: string, ratio: string, exposure: string) =>
    `${time}, at most ${ratio} for each of ${exposure}`,
  changing: 'a hazard that changes with time',
  hazard: (hazard: string) => `a hazard of ${hazard} a month`,
  amounts: {
    exposure: (amount: string) => `${amount} months`,
    load: (amount: string) => `${amount} hours above capacity`,
  },
  none: 'none',
  noTrack: (there: string, track: string, here: string, facts: string) =>
    `${there} has no ${track}${openBy(here, facts)}`,
  noStep: (there: string, here: string, facts: string) => `${there} has no such step${openBy(here, facts)}`,
  elsewhere: (there: string, track: string, state: string) => `under ${there} ${track} is then at ${state}`,
  alwaysOpen: 'always open',
  openBy: (facts: string) => `open by ${facts}`,
  neverOpen: (there: string) => `never open under ${there}`,
  closedBy: (there: string, obstacles: string) => `closed under ${there} by ${obstacles}`,
  guard: (open: string, here: string, month: string, closed: string) =>
    `${open} under ${here} from month ${month}; ${closed}`,
  each: (ofHere: string, here: string, ofThere: string, there: string) =>
    `${ofHere} under ${here}, ${ofThere} under ${there}`,
  atMost: (monthsHere: string, here: string, monthsThere: string, there: string) =>
    `at most ${monthsHere} months under ${here}, ${monthsThere} under ${there}`,
  on: {
    pace: (state: string) => `the pace of ${state}`,
    hazard: (state: string) => `the hazard of ${state}`,
  },
  effect: (name: string, on: string, each: string, from: string, until: string, isAgainst: boolean) =>
    `${name} on ${on}: ${each}, from month ${from}${until === '' ? '' : ` to ${until}`}${isAgainst ? ', which works against it' : ''}`,
  event: (month: string, track: string, from: string, to: string, here: string) =>
    `month ${month}, ${track}: ${from} -> ${to} under ${here}`,
  never: (there: string) => ` (under ${there} not within the horizon)`,
  later: (there: string, month: string) => ` (under ${there} at month ${month})`,
  follows: 'neither a guard nor a hazard differs: it follows from the above',
};
