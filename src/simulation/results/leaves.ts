/** How results divide a cohort: into groups that are reported, and into leaves that are added up. */

import type { Attributes, Breakdown } from '../../domain/attributes/person.js';
import { subgroupName } from '../../domain/attributes/subgroups.js';

/** Attribute by which results are also reported; absent: only the whole cohort. */
interface ReportedBy {
  readonly by?: Breakdown;
}

/**
 * Halves of a cohort: persons with even and odd numbers, who are independent of each other. The covariance of a draw's outcomes
 * in the two halves gives the spread over the parameters without the noise between persons.
 */
export const HALVES = 2;

/** The half that a person belongs to; the persons of one-person cohorts come into each half in turn. */
export function halfOf(replication: number, person: number): number {
  return (replication + person) % HALVES;
}

/** Names of the groups: the whole cohort, then the values of the attribute asked for. */
export function groupNames({ by }: ReportedBy): string[] {
  return [
    'all',
    ...(by === undefined ? [] : by.values.map((value) => subgroupName({ attribute: by.name, value }))),
  ];
}

/** Number of leaves of a cohort with this number of groups. */
export function leafCount(groups: number): number {
  return HALVES * Math.max(1, groups - 1);
}

/** The leaf a person of a half belongs to. */
export function leafOf({ by }: ReportedBy, attributes: Attributes, half: number): number {
  return HALVES * (by === undefined ? 0 : attributes.codes[by.at]!) + half;
}

/** The half whose persons a leaf has. */
export function halfOfLeaf(leaf: number): number {
  return leaf % HALVES;
}

/** The leaves of a group, with the first half of each value before the second. @param groups number of groups */
export function leavesOfGroup(groups: number, group: number): number[] {
  return group === 0
    ? Array.from({ length: leafCount(groups) }, (_, leaf) => leaf)
    : Array.from({ length: HALVES }, (_, half) => HALVES * (group - 1) + half);
}

/**
 * The places where the batches of a group are counted: its leaves. When an attribute divides the cohort, a batch of the whole
 * cohort has parts in several leaves; those batches are counted by half, in places after the leaves.
 */
export function batchPlaces(groups: number, group: number): number[] {
  const leaves = leavesOfGroup(groups, group);
  return leaves.length === HALVES
    ? leaves
    : Array.from({ length: HALVES }, (_, half) => leaves.length + half);
}

/** Number of places where batches are counted, for this number of leaves. */
export function batchPlaceCount(leaves: number): number {
  return leaves > HALVES ? leaves + HALVES : leaves;
}
