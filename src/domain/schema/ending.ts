/** How an activity ends and what follows it, in the schema. */

import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { quantity } from './quantity.js';
import { share } from './sections.js';

const weeks = (min: number, description: string) =>
  quantity({ unit: 'weeks', min, max: 1040 }).describe(description);

/** Share of those who finish an activity that goes on to something. */
const outflowTo = (what: string) =>
  share().describe(`Share of those who finish it that goes on to ${what}.`).optional();

const outflow = z.strictObject({
  education: outflowTo(
    'an education with student finance (mbo, hbo): from bijstand, before the age at which student finance closes; all others stay where they are',
  ),
  work: outflowTo(
    'work that ends bijstand, or the living allowance: also learning at work (bbl), which pays a wage',
  ),
  voluntary_work: outflowTo(
    'voluntary work beside the benefit, which the track voluntary tells (none, doing); work, education and the state pension end it',
  ),
  voluntary_weeks: weeks(
    0,
    'Weeks after which this voluntary work ends; absent: only work, education or the state pension end it.',
  ).optional(),
});

/** What an activity may say of its end. */
export const endingShape = {
  weeks: weeks(0.1, 'Weeks that it lasts; may be left out where ends says when it is over.').optional(),
  ends: z
    .strictObject({
      when: conditionSchema.describe(
        'Condition under which it is over, such as { language: [exam_level, higher] }, a course that is passed, or { income: [work, education] }; with weeks beside it, whichever is first. It does not begin while this holds.',
      ),
      dropout_weeks: weeks(
        0.1,
        'Weeks over which the share dropout is spread, of an activity without weeks; the rate holds for as long as it lasts.',
      ).optional(),
    })
    .describe(
      'What ends it, beside its weeks or instead of them: the end of a course, a level of the language, an exit. Who leaves an activity or a course that the condition names before its end leaves this one with it, if that ends it: it is not its planned end.',
    )
    .optional(),
  outflow: outflow
    .describe(
      'What follows for those who finish it, in shares that together are at most one; the others go on as before. It happens at the end that is planned (weeks or ends), not to those who drop out, leave bijstand before or reach the state pension age. People who never leave bijstand stay on it.',
    )
    .optional(),
  resumes_within_weeks: weeks(
    0,
    'Weeks within which somebody who left bijstand and falls back on it takes the activity up again, for the rest of its weeks; after them it is over. Absent: leaving bijstand ends it for good.',
  ).optional(),
  aftercare: z
    .strictObject({
      starts: z
        .enum(['end', 'exit'])
        .describe(
          'end: when the activity is over, as planned or by leaving bijstand. exit: whenever somebody who has begun it, and did not drop out, goes from bijstand to work or education, also long after its end; anew at every exit.',
        ),
      weeks: weeks(0, 'Weeks that it lasts; falling back on bijstand ends that of an exit.'),
    })
    .describe(
      'Keeping in touch: return to bijstand from work is rarer (effects.relapse), and that is all. aftercare_weeks does more: it also keeps up the effect on work. What it costs belongs in per_participant.',
    )
    .optional(),
  voluntary_work: z
    .boolean()
    .describe(
      'Whether it is voluntary work: those who take part are doing it (track voluntary), unless they have work or education.',
    )
    .optional(),
};

/** An activity as far as it has been read: anything may be missing or of another kind. */
type Read = Readonly<Record<string, unknown>>;

const read = (node: unknown): Read => (typeof node === 'object' && node !== null ? (node as Read) : {});

const central = (node: unknown): number => {
  const value = typeof node === 'number' ? node : read(node).value;
  return typeof value === 'number' ? value : 0;
};

/** Shares may add up to this much over one, as sums of decimals do. */
const ROUNDING = 1e-9;

type Problem = readonly [path: readonly string[], message: string];

/** What does not fit together in how an activity ends. */
function misfits(activity: Read): Problem[] {
  const { outflow: shares, weeks: length, ends, aftercare, aftercare_weeks: also } = activity;
  const { education, work, voluntary_work: voluntary, voluntary_weeks: until } = read(shares);
  const sum = central(education) + central(work) + central(voluntary);
  const problems: (Problem | false)[] = [
    sum > 1 + ROUNDING && [['outflow'], `the shares add up to ${Number(sum.toFixed(4))}, expected at most 1`],
    until !== undefined &&
      voluntary === undefined && [
        ['outflow', 'voluntary_weeks'],
        'expected only beside a share to voluntary_work',
      ],
    length !== undefined &&
      read(ends).dropout_weeks !== undefined && [
        ['ends', 'dropout_weeks'],
        'expected only where there are no weeks, over which the dropout is spread otherwise',
      ],
    aftercare !== undefined &&
      also !== undefined && [['aftercare'], 'expected either aftercare or aftercare_weeks, got both'],
    activity.resumes_within_weeks !== undefined &&
      activity.continues_in_work === true && [
        ['resumes_within_weeks'],
        'expected only where leaving bijstand ends the activity; this one continues_in_work',
      ],
  ];
  return problems.filter((problem) => problem !== false);
}

/** What an activity lacks: its weeks, or else when it ends and the weeks over which people leave it. */
function missing({ weeks: length, ends }: Read): (readonly string[])[] {
  if (length !== undefined) return [];
  if (ends === undefined) return [['weeks']];
  return read(ends).dropout_weeks === undefined ? [['ends', 'dropout_weeks']] : [];
}

/** Checks how the parts of an activity's end fit together, beside the other problems of the activity. */
export const checkEnding = z.core._check<Read>(
  ({ value: activity, issues }) => {
    if (typeof activity !== 'object' || activity === null) return;
    for (const path of missing(activity)) {
      issues.push({ code: 'invalid_type', expected: 'number', path: [...path], input: undefined });
    }
    for (const [path, message] of misfits(activity)) {
      issues.push({ code: 'custom', path: [...path], message, input: activity });
    }
  },
  { when: () => true },
);
