/** How the activities of an approach end, what follows, and whether they can be taken up again. */

import { type Cell, textCell } from '../blocks.js';
import { partNumber, sayOneCondition, sayPartNumber, sayPartShare, splitConditions } from '../part-words.js';
import type { Part, RunData } from '../run-data.js';
import { rawCell, type Speech } from '../speech.js';

/** When an activity ends, in words. */
function sayEnd(speech: Speech, run: RunData, part: Part): string {
  const { approaches } = speech.words;
  const weeks = sayPartNumber(speech, run, part, 'weeks', part.weeks, (value) =>
    approaches.weeks(rawCell(speech, value).text),
  );
  const condition = splitConditions(part.ends)
    .map((each) => sayOneCondition(speech, run, part.approach, each, true))
    .join(', ');
  if (condition === '') return weeks === '' ? '' : approaches.ends.after(weeks);
  return weeks === '' ? condition : approaches.ends.orBefore(weeks, condition);
}

/** To what an activity leads: shares of those who finish it; empty: to nothing. */
function sayFollowing(speech: Speech, run: RunData, part: Part): string {
  const { approaches } = speech.words;
  const { to, forWeeks } = approaches.ends;
  const leading = (column: string, value: number, say: (share: string) => string) => {
    const said = sayPartShare(speech, run, part, column, value);
    return said === '' ? [] : [say(said)];
  };
  const voluntary = leading('to_voluntary_work', part.toVoluntaryWork, to.voluntary_work).map((said) => {
    const weeks = sayPartNumber(speech, run, part, 'voluntary_weeks', part.voluntaryWeeks);
    return weeks === '' ? said : forWeeks(said, approaches.weeks(weeks));
  });
  return [
    ...leading('to_education', part.toEducation, to.education),
    ...leading('to_work', part.toWork, to.work),
    ...voluntary,
  ].join('; ');
}

/** Weeks of aftercare, and whether they begin at an exit; empty: none. */
function sayAftercare(speech: Speech, run: RunData, part: Part): string {
  const weeks = sayPartNumber(speech, run, part, 'aftercare_weeks', part.aftercareWeeks);
  return part.aftercareStarts === 'exit' ? speech.words.approaches.who.fromExit(weeks) : weeks;
}

/** What an activity leads to, by the words of the effects. */
export function leadsTo(part: Part): string[] {
  const to = { education: part.toEducation, work: part.toWork, voluntary: part.toVoluntaryWork };
  return Object.entries(to).flatMap(([name, share]) => (Number.isFinite(share) ? [name] : []));
}

/** Whether there is more to say of how an activity ends than its weeks. */
export const endsInMoreThanWeeks = (part: Part) =>
  part.ends !== '' ||
  part.aftercareStarts !== '' ||
  [part.resumesWithinWeeks, part.toEducation, part.toWork, part.toVoluntaryWork].some(Number.isFinite);

/** The end of an activity, what follows, within how many weeks it is taken up again, and aftercare. */
export function endingCells(speech: Speech, run: RunData, part: Part): Cell[] {
  return [
    textCell(sayEnd(speech, run, part)),
    textCell(sayFollowing(speech, run, part)),
    partNumber(speech, run, part, 'resumes_within_weeks', part.resumesWithinWeeks),
    textCell(sayAftercare(speech, run, part)),
  ];
}

/** All that in one cell: how long an activity is, what follows, whether it is taken up again, and its aftercare. */
export function sayEnding(speech: Speech, run: RunData, part: Part): string {
  const { ends } = speech.words.approaches;
  const weeks = (name: string, value: number) => sayPartNumber(speech, run, part, name, value);
  const resumes = weeks('resumes_within_weeks', part.resumesWithinWeeks);
  const aftercare = sayAftercare(speech, run, part);
  return [
    sayEnd(speech, run, part),
    sayFollowing(speech, run, part),
    ...(resumes === '' ? [] : [ends.resumes(resumes)]),
    ...(aftercare === '' ? [] : [ends.aftercare(aftercare)]),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Their columns. */
export function endingColumns({ words: { headings } }: Speech) {
  return [
    { label: headings.ends, kind: 'text', weight: 2.4 },
    { label: headings.follows, kind: 'text', weight: 3 },
    { label: headings.resumes, kind: 'number', weight: 1.1 },
    { label: headings.aftercare, kind: 'text', weight: 1.1 },
  ] as const;
}
