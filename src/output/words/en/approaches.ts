/** The English of what approaches consist of, and who takes part. */

import { counted } from '../counted.js';

export const approaches = {
  caption: 'Parts of each approach',
  activities: 'What municipalities do beside the course, by approach',
  activitiesOfOne: 'What the municipality does beside the course, by approach',
  weeks: (weeks: string) => counted(weeks, 'week', 'weeks'),
  note: 'Central values; where a number hangs on an open question, one for each answer. Weeks “until”: it ends on a condition, which stands below. Empty: follows from the model, or does not apply.',
  severalNote:
    'Central values; where a number hangs on an open question, one for each answer. Assumed: how many of the activity’s own numbers are. What follows: shares of those who finish it; “again”: who falls back on bijstand within these weeks takes it up again.',
  stateOf: (track: string, states: string) => (track === '' ? states : `${track}: ${states}`),
  none: 'The run does not list what its approaches consist of.',
  until: 'until',
  or: ' or ',
  and: ' and ',
  answerTo: (answer: string, question: string) => `${question}: ${answer}`,
  answer: (value: string, answers: string) => `${value} (${answers})`,
  afterwards: (to: string) => `afterwards ${to}`,
  during: (activity: string) => `while in ${activity}`,
  notDuring: (activity: string) => `not while in ${activity}`,
  over: (activity: string) => `${activity} over`,

  ends: {
    caption: 'How activities end, and what follows',
    note: 'Central values, or one for each answer to an open question. What follows: shares of those who finish it. Taken up again: by somebody who falls back on bijstand within these weeks; else leaving bijstand ends it for good. Activities that are not here end after their weeks, and nothing follows.',
    resumes: (weeks: string) => `again within ${weeks} weeks`,
    aftercare: (weeks: string) => `weeks of aftercare: ${weeks}`,
    after: (weeks: string) => `after ${weeks}`,
    orBefore: (weeks: string, condition: string) => `after ${weeks}, or before: ${condition}`,
    to: {
      education: (share: string) => `${share} to education`,
      work: (share: string) => `${share} to work`,
      voluntary_work: (share: string) => `${share} to voluntary work`,
    },
    forWeeks: (to: string, weeks: string) => `${to} (${weeks})`,
  },

  who: {
    caption: 'Who takes part, and what it rests on',
    note: 'Who may take part is decided at the permit, but for the age. Took part: of all persons of the run, over all parameter draws. Numbers by label: how many of the activity’s own numbers are published, derived, unverified or assumed.',
    tookPart: 'Took part',
    fromExit: (weeks: string) => `${weeks}, from an exit on`,
    everybody: 'everybody',
    when: (who: string, conditions: string) => `${who} (${conditions})`,
    links: {
      in: (activity: string) => `those in ${activity}`,
      finished: (activity: string) => `those who have finished ${activity}`,
      begun: (activity: string) => `those who have begun ${activity}`,
      not: (activity: string) => `those not in ${activity}`,
    },
    age: (from: string, to: string) => `aged ${from} to ${to}`,
    values: (attribute: string, values: string) => `${attribute}: ${values}`,
    group: (values: string) => `those with “${values}”`,
    part: (share: string, of: string) => `${share} of ${of} qualify`,
    shareOfAll: (share: string) => `${share} of all are selected`,
    shareOfThese: (share: string) => `of these ${share} are selected`,
    shareOfThoseWhoQualify: (share: string) => `of those who qualify ${share} are selected`,
    prospects: (accuracy: string) => `on prospects of work, judged with an accuracy of ${accuracy}`,
    selectionCaption: (approach: string) => `Who is selected and who is left aside, “${approach}”`,
    leftAside: 'Who is selected and who is left aside',
    selectionNote:
      'Share of each subgroup that is selected, from the composition at the permit and at central values, without chance; the selection for an activity that has to be begun before is counted, and what hangs on an open question is the mean over its answers, by weight. Who is selected takes part once the activity opens for them. An activity that selects nobody itself has the people of the one that it begins after.',
    levelsByRun: (activity: string) =>
      `How those selected and those left aside fare under each approach is told by a run with --by selected:${activity}.`,
    levelsElsewhere: 'How those selected and those left aside fare stands in the annex on subgroups.',
    levels: {
      caption: (activity: string, reference: string, approach: string) =>
        `Selection for “${activity}”: results under “${reference}”, and beside them what “${approach}” changes`,
      effect: 'Difference, on bijstand',
      dropout: 'Left the whole road',
      gap: (year: string, selected: string, others: string, activity: string, reference: string) =>
        `Under “${reference}”, without “${activity}”, ${selected} of those selected are on bijstand in year ${year}, and ${others} of those who qualify and are not selected.`,
      better:
        'So those selected would have done better anyway (creaming): that the two lie apart is no effect of the approach.',
      worse:
        'So those selected would have done worse anyway: that the two lie apart is no effect of the approach.',
      alike: 'The simulation cannot tell these two apart.',
      others: (approach: string) =>
        `What “${approach}” does is the difference; for those who are not selected, it is only what it does beside this activity.`,
      withIt: (activity: string, reference: string) =>
        `“${reference}” has “${activity}” too: these are results with it.`,
    },
    selected: 'Selected',
    most: 'Most often',
    least: 'Least often',
    extremesNote:
      'Share of the cohort that is selected, and the subgroups of which most and fewest are, by sex, age, education, complaints and origin; as in the report of one run, which gives all subgroups. Activities that select the same share of every subgroup are left out.',
    extreme: (group: string, share: string) => `${group} (${share})`,
    all: 'all',
    standings: {
      not_eligible: 'does not qualify',
      passed_over: 'qualifies, not selected',
      selected: 'selected',
    },
    selectionFor: (activity: string) => `selection for ${activity}`,
    assumedOf: 'Assumed',
    assumed: (assumed: string, all: string) => `${assumed} of ${all}`,
  },
};
