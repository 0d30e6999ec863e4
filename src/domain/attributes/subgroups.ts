/** Subgroups of a cohort: the people who have one value of one attribute. */

import type { People } from './person.js';

/** The attribute that a subgroup is by, and the value that its people have. */
export interface Subgroup {
  readonly attribute: string;
  readonly value: string;
}

/** The name of a subgroup in tables. */
export function subgroupName({ attribute, value }: Subgroup): string {
  return `${attribute}=${value}`;
}

/** A subgroup from its name in a table. Results and targets are files, which only have names. */
export function readSubgroup(name: string): Subgroup {
  const [attribute = '', value = ''] = name.split('=');
  return { attribute, value };
}

/** All subgroups of a cohort, with the positions of the attribute and of its value. */
function subgroupsOf({ attributes }: People): { name: string; at: number; value: number }[] {
  return attributes.flatMap((attribute, at) =>
    attribute.values.map((value, i) => ({
      name: subgroupName({ attribute: attribute.name, value }),
      at,
      value: i,
    })),
  );
}

/** The positions of the attribute and of the value that a subgroup's name stands for; undefined: everybody, or no such subgroup. */
export function subgroupOf(name: string, people: People): { at: number; value: number } | undefined {
  return subgroupsOf(people).find((subgroup) => subgroup.name === name);
}

/** Names that a target may have for a subgroup. */
export function subgroupNames(people: People): string[] {
  return ['all', ...subgroupsOf(people).map(({ name }) => name)];
}
