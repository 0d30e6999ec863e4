/** The people of a cohort: which attributes they have under a scenario, and how persons are drawn. */

import { hashName, uniformAt } from '../../engine/random/threefry.js';
import { regimeOf } from '../regimes/find.js';
import type { Scenario } from '../schema/scenario.js';
import { monthsSinceEpoch, yearOf } from '../time/calendar.js';
import { ageBounds } from './age.js';
import { attributesOf } from './all.js';
import { type Draw, totalOf, YES } from './attribute.js';
import { motivated } from './motivated.js';
import type { Origin } from './origin.js';
import { type Attributes, type Breakdown, type People, peopleWith } from './person.js';

/** The parts of a scenario that decide which attributes its people have. */
export interface Peopled {
  readonly origins: readonly Origin[];
  readonly regime: string;
  readonly cohort?: { readonly motivation?: unknown };
}

/** The attributes of everybody, and those that the regime of the scenario adds. */
function listFor({ origins, regime, cohort }: Peopled) {
  const list = attributesOf(origins, regimeOf({ regime }).attributes);
  return cohort?.motivation === undefined ? list : ([...list, motivated] as const);
}

/** The attributes that a scenario's people have. */
export function peopleOf(scenario: Peopled): People {
  return peopleWith(listFor(scenario));
}

/** The attribute of a name, to report results by. */
export function breakdownBy(scenario: Peopled, name: string): Breakdown {
  const people = peopleOf(scenario);
  const at = people.at(name);
  return { name, at, values: people.attributes[at]!.values };
}

/**
 * An empty set of the attributes of a scenario's people, to be filled by what {@link attributeSampler} makes.
 *
 * @param more places behind them
 */
export function emptyAttributes({ attributes }: People, more = 0): Attributes {
  return {
    codes: new Int32Array(attributes.length + more),
    ageYears: 0,
    capacityHours: 0,
    hoursShort: 0,
    permitMonth: 0,
  };
}

/** Address of the draw of an attribute. */
export function attributeAddress(address: string): number {
  return hashName(`attribute: ${address}`);
}

/** Addresses of the draws of continuous attributes. */
const addresses = {
  ageWithinBand: attributeAddress('age within band'),
  capacity: attributeAddress('capacity'),
  capacityAngle: attributeAddress('capacity angle'),
  permit: attributeAddress('permit'),
} as const;

/** A draw, ready for persons: rows are addressed by the codes of the attributes that they depend on. */
interface PreparedDraw {
  readonly address: number;
  /** Places of the attributes that choose the row, and how many values each has. */
  readonly by: readonly { readonly at: number; readonly values: number }[];
  /** By row: the share of `yes`; or the weights of all values, with their total. */
  readonly shares: Float64Array | undefined;
  readonly weights: readonly Float64Array[];
  readonly totals: Float64Array;
}

function prepareDraw({ attributes, at }: People, address: string, draw: Draw): PreparedDraw {
  const by = draw.by.map((name) => ({ at: at(name), values: attributes[at(name)]!.values.length }));
  const weights = 'weights' in draw ? draw.weights : [];
  return {
    address: attributeAddress(address),
    by,
    shares: 'shares' in draw ? Float64Array.from(draw.shares) : undefined,
    weights: weights.map((row) => Float64Array.from(row)),
    totals: Float64Array.from(weights, totalOf),
  };
}

function choose(weights: Float64Array, total: number, u: number): number {
  let left = u * total;
  for (let i = 0; i < weights.length - 1; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** The place of the value that a person gets. */
function drawCode(draw: PreparedDraw, codes: Int32Array, key0: number, key1: number): number {
  const { address, by, shares, weights, totals } = draw;
  let row = 0;
  for (let i = 0; i < by.length; i++) row = row * by[i]!.values + codes[by[i]!.at]!;
  if (shares === undefined) return choose(weights[row]!, totals[row]!, uniformAt(key0, key1, address, 0));
  const share = shares[row]!;
  return share > 0 && uniformAt(key0, key1, address, 0) < share ? YES : 1 - YES;
}

/** Standard normal deviate by inverse Box-Muller of two uniforms. */
function normalDeviate(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

/** How every attribute of a scenario's people is drawn. */
function drawsOf(scenario: Scenario): Draw[] {
  return listFor(scenario).map((attribute) => attribute.draw(scenario));
}

/** A text of everything in a scenario that `attributeSampler` uses, and the cohort's size: equal texts mean the same persons. */
export function cohortIdentity(scenario: Scenario): string {
  return JSON.stringify([scenario.origins, scenario.cohort, drawsOf(scenario)]);
}

/**
 * Prepares the drawing of persons of a cohort: within an origin the attributes are independent of each other, as the
 * composition says. Shares are scaled to add up to one under every parameter draw.
 */
export function attributeSampler(scenario: Scenario) {
  const { cohort } = scenario;
  const people = peopleOf(scenario);
  const firstPermit = monthsSinceEpoch(cohort.first_permit, yearOf(cohort.first_permit));
  const draws = drawsOf(scenario).map((draw, i) => prepareDraw(people, people.attributes[i]!.address, draw));
  const burdens = people.attributes.flatMap((attribute, at) =>
    attribute.hoursLess === undefined
      ? []
      : [{ at, hours: Float64Array.from(attribute.hoursLess(cohort.capacity)) }],
  );
  const age = people.at('age');
  const { capacity } = cohort;

  /** Draws a person's attributes from the person's key words. */
  return function drawAttributes(person: Attributes, key0: number, key1: number): void {
    const { codes } = person;
    for (let i = 0; i < draws.length; i++) codes[i] = drawCode(draws[i]!, codes, key0, key1);
    const uniform = (at: number) => uniformAt(key0, key1, at, 0);
    const [youngest, oldest] = ageBounds[codes[age]!]!;
    person.ageYears = youngest + uniform(addresses.ageWithinBand) * (oldest - youngest + 1);
    let burden = 0;
    for (let i = 0; i < burdens.length; i++) burden += burdens[i]!.hours[codes[burdens[i]!.at]!]!;
    const deviate = normalDeviate(uniform(addresses.capacity), uniform(addresses.capacityAngle));
    const hours = capacity.hours_per_week + capacity.spread * deviate - burden;
    person.capacityHours = Math.max(0, hours);
    person.hoursShort = Math.max(0, -hours);
    person.permitMonth = firstPermit + uniform(addresses.permit) * cohort.inflow_months;
  };
}
