/** All measures: each has its object in a file of its own family, and its place in this list. */

import { breakEvenMonth, breakEvenProbability, breakEvenYear } from './break-even.js';
import { activityPart, coursePart, dropoutByReason, dropoutShareOf, partMeasures } from './dropout.js';
import { inburgeringMeasures } from './inburgering.js';
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
import { bijstandCost, netBalance, programmeCost, programmeCostByPayer } from './money.js';
import { quartiles, restrictedMean, selfSufficientShare } from './self-sufficiency.js';

const courses = [
  { name: 'course', track: 'inburgering', taking: 'in_course', left: 'interrupted', begun: 'in_course' },
].map(coursePart);

/** The measures of an approach with such activities, in the order in which results have those of persons. */
export function measuresOf(activities: readonly string[]): Measure[] {
  const parts = [...courses, ...activities.map(activityPart)];
  return [
    restrictedMean,
    ...quartiles,
    selfSufficientShare,
    bijstandShare,
    workingShare,
    bijstandMonths,
    workMonths,
    bijstandCost.nominal,
    bijstandCost.discounted,
    programmeCost.nominal,
    programmeCost.discounted,
    ...programmeCostByPayer,
    netBalance.nominal,
    netBalance.discounted,
    breakEvenMonth,
    breakEvenYear,
    breakEvenProbability,
    ...inburgeringMeasures,
    dropoutShareOf(parts),
    ...dropoutByReason,
    ...parts.flatMap(partMeasures),
    everWorkingShare,
    relapseShare,
    sanctionShare,
  ];
}

/** The measure of that name; undefined where no approach with such activities has one. */
export function findMeasure(name: string, activities: readonly string[] = []): Measure | undefined {
  return measuresOf(activities).find((measure) => measure.name === name);
}
