/** What reports say of pilots, and of how the choice stands without one: typed rows of their files. */

import type { JudgedPilot } from '../../analysis/decision/pilot-answer.js';
import { numberIn, textIn } from '../package/cells.js';
import type { RunFolder } from '../package/run-folder.js';

/** A pilot as its file has it. */
export interface ReportedPilot extends JudgedPilot {
  readonly difference: number;
  readonly cost: number;
  readonly assurance: number;
  readonly width: number;
  readonly evsi: JudgedPilot['netBenefit'];
}

/** How an approach stands at one willingness to pay. */
export interface Standing {
  readonly approach: string;
  readonly willingness: number;
  readonly probability: number;
  /** Standard error of the probability. */
  readonly error: number;
  readonly loss: number;
  readonly isFrontier: boolean;
}

/** An approach that is best on average, from some willingness to pay on. */
export interface Leading {
  readonly approach: string;
  readonly from: JudgedPilot['netBenefit'];
  /** Willingness up to which was looked. */
  readonly most: number;
}

/** A parameter draw on the cost-effectiveness plane. */
export interface PlanePlace {
  readonly approach: string;
  readonly effect: number;
  readonly cost: number;
}

/** Whether a result folder is that of a search for a pilot. */
export const isPilot = ({ files }: Pick<RunFolder, 'files'>): boolean => files.includes('pilot.csv');

/** The pilots of an approach. */
export function reportedPilots(folder: RunFolder, approach: string): ReportedPilot[] {
  return folder
    .table('pilot.csv')
    .filter((row) => textIn(row, 'approach') === approach)
    .map((row) => ({
      persons: numberIn(row, 'persons'),
      months: numberIn(row, 'months'),
      power: numberIn(row, 'power'),
      difference: numberIn(row, 'difference'),
      cost: numberIn(row, 'cost'),
      assurance: numberIn(row, 'assurance'),
      width: numberIn(row, 'width'),
      evsi: { value: numberIn(row, 'evsi'), error: numberIn(row, 'evsi_error') },
      netBenefit: { value: numberIn(row, 'net_benefit'), error: numberIn(row, 'net_benefit_error') },
      ceiling: numberIn(row, 'net_benefit_limit'),
      following: numberIn(row, 'cost_following'),
      isBest: textIn(row, 'best') === 'true',
    }));
}

/** How the choice stands, in the order of the file. */
export function standingsOf(folder: RunFolder): Standing[] {
  return folder.table('decision.csv').map((row) => ({
    approach: textIn(row, 'approach'),
    willingness: numberIn(row, 'willingness'),
    probability: numberIn(row, 'probability'),
    error: numberIn(row, 'probability_error'),
    loss: numberIn(row, 'loss'),
    isFrontier: textIn(row, 'frontier') === 'true',
  }));
}

/** Which approaches are best on average, in the order of what one is willing to pay; none of results that do not tell. */
export function leadingOf(folder: RunFolder): Leading[] {
  if (!folder.files.includes('frontier.csv')) return [];
  return folder.table('frontier.csv').map((row) => ({
    approach: textIn(row, 'approach'),
    from: { value: numberIn(row, 'willingness_from'), error: numberIn(row, 'willingness_from_error') },
    most: numberIn(row, 'willingness_to'),
  }));
}

/** The points of the cost-effectiveness plane; none where they cannot be estimated. */
export function planeOf(folder: RunFolder): PlanePlace[] {
  return folder.table('plane.csv').map((row) => ({
    approach: textIn(row, 'approach'),
    effect: numberIn(row, 'effect'),
    cost: numberIn(row, 'cost'),
  }));
}
