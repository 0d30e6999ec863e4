/** How results divide a cohort: into groups that are reported, and into leaves that are added up. */

import type { Attributes, Breakdown } from '../../domain/attributes/person.js';
import { subgroupName } from '../../domain/attributes/subgroups.js';

/** Attribute by which results are also reported; absent: only the whole cohort. */
interface ReportedBy {
  readonly by?: Breakdown;
}

/**
 * Halves of a cohort: persons with even and odd numbers, who are independent of each other. How far a draw's outcomes in
 * the two halves go together tells the spread over the parameters without the noise of persons.
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

/** Number of leaves that divide a cohort of so many groups. */
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

/** The leaves of which one of so many groups consists, the first half of each before the second. */
export function leavesOfGroup(groups: number, group: number): number[] {
  return group === 0
    ? Array.from({ length: leafCount(groups) }, (_, leaf) => leaf)
    : Array.from({ length: HALVES }, (_, half) => HALVES * (group - 1) + half);
}

/**
 * Where the batches of a group are counted: by leaf; those of the whole cohort, of which several leaves have a part where an attribute
 * divides it, by half behind the leaves.
 */
export function batchPlaces(groups: number, group: number): number[] {
  const leaves = leavesOfGroup(groups, group);
  return leaves.length === HALVES
    ? leaves
    : Array.from({ length: HALVES }, (_, half) => leaves.length + half);
}

/** Number of places where batches are counted, of a cohort of so many leaves. */
export function batchPlaceCount(leaves: number): number {
  return leaves > HALVES ? leaves + HALVES : leaves;
}
