/** All measures: each has its object in a file of its own family, and its place in this list. */

import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';
import type { Regime } from '../regimes/regime.js';
import { payersWith } from '../schema/names.js';
import { breakEvenMonth, breakEvenProbability, breakEvenYear } from './break-even.js';
import {
  activityPart,
  coursePart,
  dropoutByReason,
  dropoutPerMonth,
  dropoutShareOf,
  monthsTakingPartOf,
  partMeasures,
} from './dropout.js';
import { familyArrivedShare } from './family.js';
import { housedInTime } from './housing.js';
import {
  bijstandMonths,
  bijstandShare,
  everWorkingShare,
  relapseShare,
  sanctionShare,
  workingShare,
  workMonths,
} from './income.js';
import type { Measure } from './measure.js';
import { bijstandCost, earnings, netBalance, ownBalance, programmeCost, programmePaidBy } from './money.js';
import {
  leftEverythingShare,
  outcomesOfActivity,
  participatingShare,
  placedAfterHousing,
} from './participation.js';
import { quartiles, restrictedMean, selfSufficientShare } from './self-sufficiency.js';

/** What a law brings to them. */
export type LawMeasures = Pick<Regime, 'courses' | 'measures' | 'payers'>;

const noLaw: LawMeasures = { courses: [], measures: [], payers: [] };

/** By law, the lists of a few approaches: every draw uses each of them several times. */
const lists = new Recent<LawMeasures, Recent<string, readonly Measure[]>>(keptAtMost.lawsWithMeasures);

/** The measures of an approach with such activities under a law, in the order of results. */
export function measuresOf(law: LawMeasures, activities: readonly string[]): readonly Measure[] {
  const known = lists.get(law, () => new Recent<string, readonly Measure[]>(keptAtMost.measuresOfLaw));
  return known.get(activities.join(), () => list(law, activities));
}

function list({ courses, measures, payers }: LawMeasures, activities: readonly string[]): Measure[] {
  const parts = [...courses.map(coursePart), ...activities.map(activityPart)];
  return [
    restrictedMean,
    ...quartiles,
    selfSufficientShare,
    bijstandShare,
    workingShare,
    participatingShare,
    bijstandMonths,
    workMonths,
    earnings.nominal,
    earnings.discounted,
    bijstandCost.nominal,
    bijstandCost.discounted,
    programmeCost.nominal,
    programmeCost.discounted,
    ...payersWith(payers).map(programmePaidBy),
    netBalance.nominal,
    netBalance.discounted,
    ownBalance.nominal,
    ownBalance.discounted,
    breakEvenMonth,
    breakEvenYear,
    breakEvenProbability,
    housedInTime,
    ...measures,
    placedAfterHousing,
    leftEverythingShare,
    monthsTakingPartOf(parts),
    dropoutPerMonth(parts),
    dropoutShareOf(parts),
    ...dropoutByReason,
    ...parts.flatMap(partMeasures),
    ...activities.flatMap(outcomesOfActivity),
    everWorkingShare,
    relapseShare,
    sanctionShare,
    familyArrivedShare,
  ];
}

/** The measures under several laws, each once; without laws, the measures that exist under any law. */
export function measuresUnder(laws: readonly LawMeasures[], activities: readonly string[] = []): Measure[] {
  const all = (laws.length === 0 ? [noLaw] : laws).flatMap((law) => measuresOf(law, activities));
  return [...new Map(all.map((measure) => [measure.name, measure])).values()];
}
