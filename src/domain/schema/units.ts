/** Units in which numbers of a scenario are read, as far as two of them can be told to be unlike. */

/** What a unit may begin with, the longest first, with what it measures: units of one kind can stand for each other. */
const kinds: readonly (readonly [begin: string, kind: string])[] = [
  ['standard deviation of the logarithm', 'logarithm'],
  ['hazard ratio', 'ratio'],
  ['time ratio', 'ratio'],
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

/** What a unit measures; undefined where its words are not those of the schema. */
export function kindOfUnit(unit: string | undefined): string | undefined {
  const text = unit?.trim().toLowerCase();
  if (text === EUROS) return EUROS;
  const found = kinds.find(([begin]) => text === begin || text?.startsWith(`${begin} `) === true);
  return found?.[1];
}

/** Whether two units measure unlike things; false where either is not known. */
export function areUnlikeUnits(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [kindOfUnit(one), kindOfUnit(other)];
  if (a === undefined || b === undefined || a === b) return false;
  return !([a, b].includes(EUROS) && [a, b].every((kind) => kind.startsWith(EUROS)));
}
