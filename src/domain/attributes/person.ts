/** The attributes of a person in a cohort. */

import type { Attribute } from './attribute.js';

/** The attributes that the people of a scenario have. */
export interface People {
  /** In the order in which they are drawn and listed. */
  readonly attributes: readonly Attribute[];
  /** The place of an attribute among them. @throws Error where they have none of that name */
  at(name: string): number;
}

/** The people who have some attributes. */
export function peopleWith(attributes: readonly Attribute[]): People {
  const places = new Map(attributes.map(({ name }, i) => [name, i]));
  return {
    attributes,
    at(name) {
      const place = places.get(name);
      if (place === undefined) throw new Error(`people have no attribute "${name}"`);
      return place;
    },
  };
}

/** A person's attributes: the position of each value, and the continuous ones. */
export interface Attributes {
  /** By the place of the attribute among those of the people. */
  readonly codes: Int32Array;
  /** Age at the permit in years, with the part of the year since the last birthday. */
  ageYears: number;
  capacityHours: number;
  /** Hours a week by which burdens exceed what the person could carry without them. */
  hoursShort: number;
  /** Months from the epoch to the permit. */
  permitMonth: number;
}

/** Ratios by the values of attributes, multiplied over the attributes that are named. */
export type AttributeRatios = Readonly<Record<string, readonly number[]>>;

/** An attribute by which results are reported: plain data, for threads. */
export interface Breakdown {
  readonly name: string;
  /** Its place among the attributes of the people; behind them where it is what becomes of people at a selection. */
  readonly at: number;
  readonly values: readonly string[];
  /** The activity at whose selection it is so, and the approach that has it; absent: an attribute of people. */
  readonly selection?: { readonly approach: string; readonly activity: string };
}
