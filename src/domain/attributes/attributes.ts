/** The attributes of a person, and hazard or time ratios that depend on them. */

import { hashName, uniformAt } from '../../engine/random/threefry.js';
import { monthsSinceEpoch, yearOf } from '../calendar.js';
import { ageBands, educationLevels, households, origins, sexes } from '../names.js';
import type { Wi2013Scenario } from '../regimes/wi2013/schema.js';
import type { Scenario } from '../schema.js';

const noYes = ['no', 'yes'] as const;

/** Attributes with a small number of values, in the order in which they are reported. */
export const attributeValues = {
  origin: origins,
  sex: sexes,
  age: ageBands,
  education: educationLevels,
  household: households,
  mental_health_complaints: noYes,
  reunification_pending: noYes,
  /** Knows the language at the basic level on the day of the permit. */
  knows_language: noYes,
  /** Unobserved: never leaves bijstand. */
  never_leaving: noYes,
  /** Has no bijstand once housed. */
  no_bijstand: noYes,
  /** Would be exempted for proven effort if not passed at the end of the term. */
  exempt_at_term: noYes,
  /** Would be fined for missing a term. */
  fined: noYes,
  /** Lives alone but shares a house with another adult of the same age. */
  shares_house: noYes,
} as const;

export type AttributeName = keyof typeof attributeValues;
export const attributeNames = Object.keys(attributeValues) as AttributeName[];

/** The place of each attribute in that order. */
export const attributeAt = Object.fromEntries(attributeNames.map((name, i) => [name, i])) as Readonly<
  Record<AttributeName, number>
>;

/** A person's attributes: an index into `attributeValues` for each, and what is continuous. */
export interface Attributes {
  /** Indices by {@link attributeAt}. */
  readonly codes: Int32Array;
  /** Age at the permit in years, with the part of the year since the last birthday. */
  ageYears: number;
  capacityHours: number;
  /** Months from the epoch to the permit. */
  permitMonth: number;
}

/** Ratios by attribute value, multiplied over the attributes given. */
export type AttributeRatios = { readonly [Name in AttributeName]?: readonly number[] };

/** An empty set of attributes, to be filled by {@link drawAttributes}. */
export function emptyAttributes(): Attributes {
  return { codes: new Int32Array(attributeNames.length), ageYears: 0, capacityHours: 0, permitMonth: 0 };
}

/** Address of the draw of an attribute. */
export function attributeAddress(name: string): number {
  return hashName(`attribute: ${name}`);
}

/** Addresses of the draws that every person has; computed once, they are read for every life. */
const address = {
  origin: attributeAddress('origin'),
  sex: attributeAddress('sex'),
  ageBand: attributeAddress('age band'),
  ageWithinBand: attributeAddress('age within band'),
  education: attributeAddress('education'),
  household: attributeAddress('household'),
  mentalHealth: attributeAddress('mental health'),
  reunification: attributeAddress('reunification'),
  knowsLanguage: attributeAddress('knows language'),
  neverLeaving: attributeAddress('never leaving'),
  noBijstand: attributeAddress('no bijstand'),
  exemptAtTerm: attributeAddress('exempt at term'),
  fined: attributeAddress('fined'),
  sharesHouse: attributeAddress('shares house'),
  capacity: attributeAddress('capacity'),
  capacityAngle: attributeAddress('capacity angle'),
  permit: attributeAddress('permit'),
} as const;

/** Weights of choices, with their total. */
interface Weights {
  readonly of: Float64Array;
  readonly total: number;
}

function weigh(weights: readonly number[]): Weights {
  return { of: Float64Array.from(weights), total: weights.reduce((sum, weight) => sum + weight, 0) };
}

function choose({ of, total }: Weights, u: number): number {
  let left = u * total;
  for (let i = 0; i < of.length - 1; i++) {
    left -= of[i]!;
    if (left < 0) return i;
  }
  return of.length - 1;
}

/** First and last year of each age band. */
export const ageBounds = ageBands.map((band) => band.split('-').map(Number) as [number, number]);

/** Standard normal deviate by inverse Box-Muller of two uniforms. */
function normalDeviate(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

/** For now. */
function lawOf(scenario: Scenario) {
  return (scenario as unknown as Wi2013Scenario).inburgering;
}

/** A text of all that `attributeSampler` reads of a scenario, and the cohort's size: equal texts mean the same persons. */
export function cohortIdentity(scenario: Scenario): string {
  const { cohort, income, language } = scenario;
  const { exempt_at_term: exempt, fined } = lawOf(scenario);
  return JSON.stringify([cohort, income.no_bijstand, exempt, fined, language.known]);
}

/**
 * Prepares the drawing of attributes for a cohort: within an origin independent of each other, as the composition
 * says. Shares are brought to a total of one under every parameter draw.
 */
export function attributeSampler(scenario: Scenario) {
  const { cohort, income, language } = scenario;
  const inburgering = lawOf(scenario);
  const firstPermit = monthsSinceEpoch(cohort.first_permit, yearOf(cohort.first_permit));
  const profiles = origins.map((origin) => cohort.composition[origin]);
  const tables = profiles.map((profile, origin) => ({
    men: profile.men,
    knowsLanguage: language.known[origins[origin]!],
    noBijstand: income.no_bijstand[origins[origin]!],
    age: weigh(ageBands.map((band) => profile.age[band])),
    education: weigh(educationLevels.map((level) => profile.education[level])),
    household: weigh(households.map((name) => profile.household[name])),
  }));
  const originShares = weigh(profiles.map((profile) => profile.share));
  const exempt = educationLevels.map((level) => inburgering.exempt_at_term[level]);
  const { capacity, sharing = 0 } = cohort;

  /** Draws a person's attributes from the person's key words. */
  return function drawAttributes(person: Attributes, key0: number, key1: number): void {
    const uniform = (at: number) => uniformAt(key0, key1, at, 0);
    const bernoulli = (at: number, share: number) => (uniform(at) < share ? 1 : 0);
    const { codes } = person;
    const origin = choose(originShares, uniform(address.origin));
    const table = tables[origin]!;
    const profile = profiles[origin]!;
    const age = choose(table.age, uniform(address.ageBand));
    const education = choose(table.education, uniform(address.education));
    const household = choose(table.household, uniform(address.household));
    const complaints = bernoulli(address.mentalHealth, profile.mental_health_complaints);
    const isSingle = households[household] === 'single';
    const pending = isSingle ? bernoulli(address.reunification, profile.reunification_pending) : 0;
    codes[attributeAt.origin] = origin;
    codes[attributeAt.sex] = uniform(address.sex) < table.men ? 0 : 1;
    codes[attributeAt.age] = age;
    codes[attributeAt.education] = education;
    codes[attributeAt.household] = household;
    codes[attributeAt.mental_health_complaints] = complaints;
    codes[attributeAt.reunification_pending] = pending;
    codes[attributeAt.knows_language] = bernoulli(address.knowsLanguage, table.knowsLanguage);
    codes[attributeAt.never_leaving] = bernoulli(address.neverLeaving, cohort.never_leaving);
    codes[attributeAt.no_bijstand] = bernoulli(address.noBijstand, table.noBijstand);
    codes[attributeAt.exempt_at_term] = bernoulli(address.exemptAtTerm, exempt[education]!);
    codes[attributeAt.fined] = bernoulli(address.fined, inburgering.fined);
    codes[attributeAt.shares_house] = isSingle && sharing > 0 ? bernoulli(address.sharesHouse, sharing) : 0;
    const [youngest, oldest] = ageBounds[age]!;
    person.ageYears = youngest + uniform(address.ageWithinBand) * (oldest - youngest + 1);
    const children = household === 1 || household === 3 ? capacity.children : 0;
    const burden = children + complaints * capacity.mental_health + pending * capacity.reunification_pending;
    const spread = capacity.spread * normalDeviate(uniform(address.capacity), uniform(address.capacityAngle));
    person.capacityHours = Math.max(0, capacity.hours_per_week + spread - burden);
    person.permitMonth = firstPermit + uniform(address.permit) * cohort.inflow_months;
  };
}
