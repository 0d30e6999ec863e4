/** Units of a scenario's numbers, to find pairs that do not fit together. */

/** The first words of units, the longest first, with what they measure; units that measure the same can replace each other. */
const kinds: readonly (readonly [begin: string, kind: string])[] = [
  ['standard deviation of the logarithm', 'logarithm'],
  ['hazard ratio', 'ratio'],
  ['time ratio', 'ratio'],
  ['odds ratio', 'ratio'],
  ['ratio', 'ratio'],
  ['share', 'ratio'],
  ['euros a month', 'euros a month'],
  ['euros a participant', 'euros a person'],
  ['euros a person', 'euros a person'],
  ['hours a week', 'hours a week'],
  ['per month', 'per month'],
  ['per year', 'per year'],
  ['persons', 'persons'],
  ['months', 'months'],
  ['weeks', 'weeks'],
  ['years', 'years'],
];

/** Plain euros may be per month or per person. */
const EUROS = 'euros';

/** What a unit measures; undefined for units that the schema does not use. @param unit as a file has it: ties are followed before the schema is asked */
export function kindOfUnit(unit: unknown): string | undefined {
  if (typeof unit !== 'string') return undefined;
  const text = unit.trim().toLowerCase();
  if (text === EUROS) return EUROS;
  const found = kinds.find(([begin]) => text === begin || text.startsWith(`${begin} `));
  return found?.[1];
}

/** Whether two units measure different things; false where either is unknown. */
export function areUnlikeUnits(one: string | undefined, other: string | undefined): boolean {
  // Nearly all numbers have the unit of their place, or state none.
  if (one === undefined || one === other) return false;
  const [a, b] = [kindOfUnit(one), kindOfUnit(other)];
  if (a === undefined || b === undefined || a === b) return false;
  return !([a, b].includes(EUROS) && [a, b].every((kind) => kind.startsWith(EUROS)));
}
