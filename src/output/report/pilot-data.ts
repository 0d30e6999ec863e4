/** What reports say of pilots, and of how the choice stands without one: typed rows of their files. */

import type { JudgedPilot } from '../../analysis/decision/pilot-answer.js';
import type { Row, RunFolder } from '../package/run-folder.js';

/** A pilot as its file has it. */
export interface ReportedPilot extends JudgedPilot {
  readonly assurance: number;
  readonly width: number;
  readonly evsi: JudgedPilot['netBenefit'];
}

/** How an approach stands at one willingness to pay. */
export interface Standing {
  readonly approach: string;
  readonly willingness: number;
  readonly probability: number;
  readonly loss: number;
  readonly isFrontier: boolean;
}

/** A parameter draw on the cost-effectiveness plane. */
export interface PlanePlace {
  readonly approach: string;
  readonly effect: number;
  readonly cost: number;
}

/** Whether a result folder is that of a search for a pilot. */
export const isPilot = ({ files }: Pick<RunFolder, 'files'>): boolean => files.includes('pilot.csv');

const text = (row: Row, name: string) => String(row[name] ?? '');
const number = (row: Row, name: string) => (typeof row[name] === 'number' ? row[name] : Number.NaN);

/** The pilots of an approach. */
export function pilotsOf(folder: RunFolder, approach: string): ReportedPilot[] {
  return folder
    .table('pilot.csv')
    .filter((row) => text(row, 'approach') === approach)
    .map((row) => ({
      persons: number(row, 'persons'),
      months: number(row, 'months'),
      power: number(row, 'power'),
      assurance: number(row, 'assurance'),
      width: number(row, 'width'),
      evsi: { value: number(row, 'evsi'), error: number(row, 'evsi_error') },
      netBenefit: { value: number(row, 'net_benefit'), error: number(row, 'net_benefit_error') },
      isBest: text(row, 'best') === 'true',
    }));
}

/** How the choice stands, in the order of the file. */
export function standingsOf(folder: RunFolder): Standing[] {
  return folder.table('decision.csv').map((row) => ({
    approach: text(row, 'approach'),
    willingness: number(row, 'willingness'),
    probability: number(row, 'probability'),
    loss: number(row, 'loss'),
    isFrontier: text(row, 'frontier') === 'true',
  }));
}

/** The points of the cost-effectiveness plane; none where they cannot be estimated. */
export function planeOf(folder: RunFolder): PlanePlace[] {
  return folder.table('plane.csv').map((row) => ({
    approach: text(row, 'approach'),
    effect: number(row, 'effect'),
    cost: number(row, 'cost'),
  }));
}
