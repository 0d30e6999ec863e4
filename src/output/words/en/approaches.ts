/** The English of what approaches consist of, and who takes part. */

import { counted } from '../counted.js';

export const approaches = {
  caption: 'Parts of each approach',
  activities: 'What municipalities do beside the course, by approach',
  weeks: (weeks: string) => counted(weeks, 'week', 'weeks'),
  note: 'Central values. Empty: follows from the model, or does not apply.',
  stateOf: (track: string, states: string) => (track === '' ? states : `${track}: ${states}`),
  none: 'The run does not list what its approaches consist of.',

  who: {
    caption: 'Who takes part, and what it rests on',
    note: 'Who may take part is decided at the permit, but for the age. Numbers by label: how many of the activity’s own numbers are published, derived, unverified or assumed.',
    fromExit: (weeks: string) => `${weeks}, from an exit on`,
    everybody: 'everybody',
    or: ' or ',
    age: (from: string, to: string) => `aged ${from} to ${to}`,
    values: (attribute: string, values: string) => `${attribute}: ${values}`,
    part: (share: string, of: string) => `of “${of}” ${share} fits`,
    share: (share: string) => `${share} of those who fit is selected`,
    prospects: (accuracy: string) => `on prospects of work, seen with an accuracy of ${accuracy}`,
    selectionCaption: (approach: string) => `Who is selected and who is left aside, “${approach}”`,
    selectionNote:
      'Share of each subgroup that is selected, from the composition at the permit and at central values, without chance. Who is selected takes part once the activity opens for them.',
    standings: {
      not_eligible: 'does not fit',
      passed_over: 'fits, not selected',
      selected: 'selected',
    },
    selectionFor: (activity: string) => `selection for ${activity}`,
  },
};
