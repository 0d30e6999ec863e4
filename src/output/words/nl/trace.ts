/** The Dutch of one person's life; see the English. */

import type { trace as english } from '../en/trace.js';
import { nameIn } from '../name-in.js';

const openBy = (here: string, facts: string) => (facts === '' ? '' : `; open bij ${here} door ${facts}`);

/** States of what the model keeps for itself. */
const states = {
  idle: 'zonder bezigheid',
  engaged: 'doet mee',
  nowhere: 'nergens',
  at_school: 'op school',
  in_activities: 'bij activiteiten',
  yes: 'ja',
  no: 'nee',
  after: 'daarna',
  temporary: 'tijdelijk',
  permanent: 'vast',
  on: 'aan de gang',
  off: 'geen',
  fading: 'dooft uit',
  over: 'voorbij',
};

export const trace: typeof english = {
  month: 'maand',
  state: (name, terms) => nameIn({ ...states, ...terms }, name),
  track: (name, terms) => terms[name] ?? name,
  kept: {
    idle: 'tijd zonder bezigheid',
    hours: 'uren',
    engagement: 'meedoen',
    age: 'leeftijd',
    support_learning: 'plaats waar de taal wordt geleerd',
    support_dropout: 'steun tegen uitval',
    support_aftercare: 'nazorg',
    support_obliged: 'maatregel die kan volgen',
    support_deterred: 'eerdere maatregel',
    support_after_part_time: 'werk dat uit deeltijdwerk groeide',
    support_before_duty_met: 'werk van voordat aan de plicht was voldaan',
    support_contract: 'soort contract',
  },
  weeksOf: (activity) => `weken van ${activity}`,
  supportFor: (target) => `steun bij ${target}`,
  support: { on: (activity) => `met ${activity}`, fading: (activity) => `na ${activity}` },
  attribute: (name, value) => `${name}: ${value}`,
  answers: { yes: 'ja', no: 'nee' },
  age: (years) => `${years} jaar bij de vergunning`,
  capacity: (hours) => `kan ${hours} uur per week aan`,
  where: { any: 'eerste verschil', shared: 'op een spoor van beide', income: 'in inkomen' },
  nothing: (where) => `${where}: geen`,
  differs: (where, what) => `${where}: ${what}`,
  or: ' of ',
  obstacle: (track, state, wanted) =>
    wanted === '' ? `${track}: ${state}` : `${track}: ${state}, niet ${wanted}`,
  after: (months) => `na ${months} maanden`,
  atOnce: 'meteen',
  median: (months) => `een mediaan van ${months} maanden`,
  time: (distribution) => `een tijd met verdeling ${distribution}`,
  atMostFor: (time, ratio, exposure) => `${time}, ten hoogste ${ratio} per ${exposure}`,
  changing: 'een kans per maand die in de tijd verandert',
  hazard: (hazard) => `een kans (hazard) van ${hazard} per maand`,
  amounts: {
    exposure: (amount) => `${amount} maanden`,
    load: (amount) => `${amount} uur boven wat iemand aankan`,
  },
  none: 'geen',
  noTrack: (there, track, here, facts) => `${there} heeft geen ${track}${openBy(here, facts)}`,
  noStep: (there, here, facts) => `${there} heeft deze stap niet${openBy(here, facts)}`,
  elsewhere: (there, track, state) => `bij ${there} staat ${track} dan op ${state}`,
  alwaysOpen: 'altijd open',
  openBy: (facts) => `open door ${facts}`,
  neverOpen: (there) => `bij ${there} nooit open`,
  closedBy: (there, obstacles) => `bij ${there} dicht door ${obstacles}`,
  guard: (open, here, month, closed) => `${open} bij ${here} vanaf maand ${month}; ${closed}`,
  each: (ofHere, here, ofThere, there) => `${ofHere} bij ${here}, ${ofThere} bij ${there}`,
  atMost: (monthsHere, here, monthsThere, there) =>
    `ten hoogste ${monthsHere} maanden bij ${here}, ${monthsThere} bij ${there}`,
  on: { pace: (state) => `het tempo van ${state}`, hazard: (state) => `de kans op ${state}` },
  effect: (name, on, each, from, until, isAgainst) =>
    `${name} op ${on}: ${each}, vanaf maand ${from}${until === '' ? '' : ` tot ${until}`}${isAgainst ? ', wat ertegenin werkt' : ''}`,
  event: (month, track, from, to, here) => `maand ${month}, ${track}: ${from} -> ${to} bij ${here}`,
  never: (there) => ` (bij ${there} niet binnen de horizon)`,
  later: (there, month) => ` (bij ${there} in maand ${month})`,
  follows: 'geen voorwaarde en geen kans verschilt: het volgt uit het voorgaande',
};
