/** How those selected for an activity and those left aside fare without it, beside the effect: what creaming does shows in levels alone. */

import type { standings } from '../../../domain/activities/eligibility.js';
import { readSubgroup, subgroupName } from '../../../domain/attributes/subgroups.js';
import { bijstandShare, workingShare } from '../../../domain/measures/income.js';
import { leftEverythingShare } from '../../../domain/measures/participation.js';
import { formatNumber } from '../../number.js';
import { selectingActivity, valueName } from '../attribute-words.js';
import { type TableBlock, textCell } from '../blocks.js';
import { withDecimalsAlike } from '../column-rounding.js';
import { briefName } from '../part-words.js';
import { findRow, headlineMonth, type ReportedApproach, type ResultRow, type RunData } from '../run-data.js';
import { approachName, measureName, numberCell, rowCells, type Speech } from '../speech.js';

/** Standard errors apart at which two shares differ. */
const APART = 2;

/** What the levels of those selected and those passed over say of the selection; nothing where one of the two is not there. */
function sayGap(
  speech: Speech,
  selected: ResultRow | undefined,
  others: ResultRow | undefined,
  names: readonly [year: string, activity: string, reference: string],
): string[] {
  const { levels } = speech.words.approaches.who;
  if (selected === undefined || others === undefined) return [];
  const gap = selected.estimate - others.estimate;
  if (!Number.isFinite(gap)) return [];
  const [year, ...rest] = names;
  const [own, theirs] = [selected, others].map((row) => rowCells(speech, row)[0].text);
  const isApart = Math.abs(gap) > APART * Math.hypot(selected.mcse, others.mcse);
  const verdict = !isApart ? levels.alike : gap < 0 ? levels.better : levels.worse;
  return [levels.gap(year, own!, theirs!, ...rest), verdict];
}

/** The name of an activity where an approach has it, and whether the reference has it too. */
function findActivity(speech: Speech, run: RunData, approach: ReportedApproach, asked: string) {
  const owners = [approach, ...run.others, run.reference].filter(({ name }) =>
    run.parts.some((part) => part.approach === name && part.part === asked),
  );
  const [owner = approach] = owners;
  return {
    activity: briefName(speech, run, owner.name, asked),
    isInReference: owners.includes(run.reference),
  };
}

/**
 * The table of a run by whom an activity selects: for each group its part of all, how it fares under the reference, and the
 * difference of an approach; none for another attribute.
 *
 * @param run with the rows as the table prints them
 */
export function selectionLevels(
  run: RunData,
  approach: ReportedApproach,
  attribute: string,
  groups: readonly string[],
  speech: Speech,
): TableBlock[] {
  const asked = selectingActivity(attribute);
  if (asked === undefined) return [];
  const { headings, approaches, subgroups } = speech.words;
  const { levels } = approaches.who;
  const month = headlineMonth(run);
  const [reference, other] = [approachName(run.reference), approachName(approach)];
  const { activity, isInReference } = findActivity(speech, run, approach, asked);
  const level = (group: string, measure: string, at = month) =>
    findRow(run.estimates, run.reference.name, measure, at, group);
  const onBijstand = (group: string) => level(group, bijstandShare.name);
  const personsOf = (group: string) => onBijstand(group)?.persons ?? Number.NaN;
  const rows = [...groups, 'all'];
  const ofCohort = withDecimalsAlike(
    rows.map((group) => {
      const share = personsOf(group) / personsOf('all');
      const error = Math.sqrt((share * (1 - share)) / personsOf('all'));
      return { unit: 'share', estimate: share, shown: share, error };
    }),
  ).map(({ shown, error }) => numberCell(speech, 'share', shown, error));
  const bijstand = measureName(speech, run, bijstandShare.name, month);
  const year = formatNumber(month / 12, month % 12 === 0 ? 0 : 1, speech.language);
  const standing = (value: (typeof standings)[number]) => onBijstand(subgroupName({ attribute, value }));
  const said = isInReference
    ? [levels.withIt(activity, reference)]
    : sayGap(speech, standing('selected'), standing('passed_over'), [year, activity, reference]);
  return [
    {
      kind: 'table',
      name: `${run.slug}-levels-by-${attribute.replaceAll(/[:.]/g, '-')}-${approach.name}`,
      sheet: 'outcomes',
      of: approach.name,
      caption: levels.caption(activity, reference, other),
      columns: [
        { label: headings.subgroup, kind: 'text', weight: 1.6 },
        { label: headings.ofCohort, kind: 'number' },
        { label: bijstand, kind: 'number' },
        { label: measureName(speech, run, workingShare.name, month), kind: 'number' },
        { label: levels.dropout, kind: 'number' },
        { label: levels.effect, kind: 'number', weight: 1.1 },
        { label: headings.interval, kind: 'interval', weight: 1.4 },
      ],
      rows: rows.map((group, i) => [
        textCell(
          group === 'all' ? subgroups.all : valueName(speech, run, attribute, readSubgroup(group).value),
        ),
        ofCohort[i]!,
        rowCells(speech, onBijstand(group))[0],
        rowCells(speech, level(group, workingShare.name))[0],
        rowCells(speech, level(group, leftEverythingShare.name, Number.NaN))[0],
        ...rowCells(speech, findRow(run.differences, approach.name, bijstandShare.name, month, group), true),
      ]),
      note: [...said, levels.others(other)].join(' '),
    },
  ];
}
