/** What a person's attributes make of the hazards and times of transitions: the product of the ratios of their values. */

import type { PersonalTransition } from '../life/transition.js';
import type { AttributeRatios, People } from './person.js';

/** The ratios by the values of one attribute. */
interface RatioRow {
  /** Position among the attributes. */
  readonly attribute: number;
  readonly ratios: Float64Array;
}

/** Ratios by attribute, and the transitions that have them: most have none, and several have the same. */
interface RatioTable {
  readonly rows: readonly RatioRow[];
  readonly transitions: number[];
}

function ratioRows(ratios: AttributeRatios, people: People): RatioRow[] {
  return Object.entries(ratios).map(([name, byValue]) => ({
    attribute: people.at(name),
    ratios: Float64Array.from(byValue),
  }));
}

/** The tables of the ratios of hazards, or of times, that transitions have. */
export function ratioTables(
  transitions: readonly PersonalTransition[],
  field: 'ratios' | 'stretch',
  people: People,
): RatioTable[] {
  const tables = new Map<AttributeRatios, RatioTable>();
  transitions.forEach(({ [field]: ratios }, transition) => {
    if (ratios === undefined) return;
    const table = tables.get(ratios) ?? { rows: ratioRows(ratios, people), transitions: [] };
    table.transitions.push(transition);
    tables.set(ratios, table);
  });
  return [...tables.values()];
}

/** Gives the transitions of every table the product of a person's ratios. */
export function fillRatios(into: Float64Array, tables: readonly RatioTable[], codes: Int32Array): void {
  for (let t = 0; t < tables.length; t++) {
    const { rows, transitions } = tables[t]!;
    let product = 1;
    for (let i = 0; i < rows.length; i++) {
      const { attribute, ratios } = rows[i]!;
      product *= ratios[codes[attribute]!]!;
    }
    for (let i = 0; i < transitions.length; i++) into[transitions[i]!] = product;
  }
}
