/**
 * A life under a scenario in which nothing happens but what a test says: one person, one approach, the reference kernel,
 * no file. Months and euros of it can be worked out by hand.
 */

import { z } from 'zod';
import { buildApproach } from '../../src/domain/approach.js';
import { ageBands } from '../../src/domain/attributes/age.js';
import { educationLevels } from '../../src/domain/attributes/education.js';
import { householdNames as households } from '../../src/domain/attributes/household.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../src/domain/attributes/people.js';
import type { Attributes } from '../../src/domain/attributes/person.js';
import { approachMeasures, measureKey, occupancyMeasures } from '../../src/domain/measures/measures.js';
import { createReader } from '../../src/domain/measures/reading.js';
import { costBookings, type Norm } from '../../src/domain/measures/rewards.js';
import { centralScenario } from '../../src/domain/parameters/draw.js';
import { schemaFor } from '../../src/domain/regimes/scenario-schema.js';
import type { Wi2013Scenario } from '../../src/domain/regimes/wi2013/schema.js';
import type { Activity, Scenario, ScenarioTree } from '../../src/domain/schema/scenario.js';
import { compileModel } from '../../src/engine/compile/compile.js';
import { Kernel } from '../../src/engine/reference/kernel.js';
import { defaultProfile, originNames as origins, origins as shippedOrigins } from '../shipped.js';

/** Months without end: the horizon of the scenario below is 120 months. */
const NEVER = 600;

/** Weeks in a month: 365.25 days / 7 / 12. */
export const WEEKS = 365.25 / 7 / 12;

/** What a number of a unit is where it changes nothing: ratios 1, times without end, all else 0. */
const neutral: Record<string, number> = {
  'hazard ratio': 1,
  'time ratio': 1,
  ratio: 1,
  months: NEVER,
  'years of age': 100,
  'months of age': 1200,
};

function neutralOf(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodUnion) return neutral[String(schema.meta()?.unit)] ?? 0;
  if (schema instanceof z.ZodISODate) return '2015-01-01';
  if (schema instanceof z.ZodArray) return [neutralOf(schema.element)];
  if (!(schema instanceof z.ZodObject)) return schema instanceof z.ZodRecord ? {} : undefined;
  return Object.fromEntries(Object.entries(schema.shape).map(([name, of]) => [name, neutralOf(of)]));
}

/** Who lives: attributes by name, age in years. */
const someone = {
  origin: 'syria',
  sex: 'men',
  age: 30,
  education: 'middle',
  household: 'single',
  mental_health_complaints: 'no',
  reunification_pending: 'no',
};
export type Who = Partial<typeof someone>;

export const norms: readonly Norm[] = [{ from: '2015-01-01', couple: 2000, single: 1400, single_18_20: 500 }];

type Activities = Readonly<Record<string, Partial<Activity>>>;

/** An activity of a year from housing on, of no hours, that acts on nothing and costs nothing. */
const activity: Activity = {
  label: 'Activity',
  phase: 3,
  start: { when: { housing: 'housed' } },
  weeks: 12 * WEEKS,
  hours_per_week: 0,
  acts_on: [],
  mandatory: false,
  dropout: 0,
};

const one = (names: readonly string[], chosen: string | undefined) =>
  Object.fromEntries(names.map((name) => [name, name === chosen ? 1 : 0]));

const bandOf = (age: number) => ageBands.find((band) => age <= Number(band.split('-')[1]));

/** A cohort of persons who are all alike. */
function compositionOf(who: typeof someone): unknown {
  const profile = {
    ...defaultProfile,
    men: who.sex === 'men' ? 1 : 0,
    age: one(ageBands, bandOf(who.age)),
    education: one(educationLevels, who.education),
    household: one(households, who.household),
    reunification_pending: who.reunification_pending === 'yes' ? 1 : 0,
    mental_health_complaints: who.mental_health_complaints === 'yes' ? 1 : 0,
  };
  return Object.fromEntries(
    origins.map((origin) => [origin, { share: origin === who.origin ? 1 : 0, ...profile }]),
  );
}

function setAt(tree: object, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop()!;
  let at = tree as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  if (!(last in at)) throw new Error(`no ${path} in a scenario`);
  at[last] = value;
}

/**
 * The scenario: housed at month 6, bijstand from then to the horizon, nothing else.
 *
 * @param settings values by dotted path
 */
export function scenarioOf(
  settings: Readonly<Record<string, unknown>> = {},
  activities: Activities = {},
  who: Who = {},
): Scenario {
  const known = { regime: 'wi2013', origins: shippedOrigins };
  const scenario = { ...(neutralOf(schemaFor(known)) as Scenario), ...known };
  const never = { inburgering: 'passed' };
  const approach: Wi2013Scenario['approaches'][string] = {
    label: 'Approach',
    course: { opens: never, mean_wait: 1e-9 },
    search: { opens: { housing: ['centre', 'housed'] } },
    offers: undefined,
    activities: Object.fromEntries(
      Object.entries(activities).map(([name, given]) => [name, { ...activity, ...given }]),
    ),
  };
  const base = {
    horizon_years: 10,
    origins: shippedOrigins,
    self_sufficiency: { states: ['work'], sustained_months: 0 },
    'cohort.size': 1,
    'cohort.inflow_months': 0,
    'cohort.composition': compositionOf({ ...someone, ...who }),
    'cohort.capacity.hours_per_week': 80,
    'housing.median_wait': { syria: 6, eritrea: 6, other: 6 },
    'effects.dropout_reasons': { health: 0.2, family: 0.3, motivation: 0.5 },
    reference: 'only',
    approaches: { only: approach },
  };
  for (const [path, value] of Object.entries({ ...base, ...settings })) {
    setAt(scenario, path.replace(/^approach\./, 'approaches.only.'), value);
  }
  return centralScenario(scenario as unknown as ScenarioTree);
}

/** Something that happened. */
interface Happening {
  readonly month: number;
  readonly track: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** What there is to know of a life. */
export interface Life {
  readonly attributes: Attributes;
  readonly events: readonly Happening[];
  /** Month in which a track first came to a state; NaN: never. */
  month(track: string, state: string): number;
  /** All months in which it did. */
  months(track: string, state: string): number[];
  /** A measure, by its name (and `@month`). */
  measure(name: string): number;
  /** Whether the person is counted in a share at a month (1) or not (0). */
  counted(name: string, month: number): number;
  /** Euros of a component of the costs (and payer); undefined: there is no such line. */
  cost(component: string, payer?: string): number | undefined;
  discounted(component: string): number;
}

/**
 * Lives the lives of persons of one kind; each has a chance of its own.
 *
 * @param first number of the first person: another number is another chance
 */
export function lives(
  persons: number,
  settings: Readonly<Record<string, unknown>>,
  activities: Activities = {},
  who: Who = {},
  first = 1,
  table = norms,
): Life[] {
  const scenario = scenarioOf(settings, activities, who);
  const built = buildApproach(scenario, 'only', table);
  const { model, rewards } = built;
  const compiled = compileModel(model);
  const kernel = new Kernel(compiled);
  const draw = attributeSampler(scenario);
  const measures = approachMeasures(scenario, built);
  const read = createReader(measures.map(({ reading }) => reading));
  const { recorder } = kernel;
  return Array.from({ length: persons }, (_, i): Life => {
    const attributes = emptyAttributes(peopleOf(scenario));
    draw(attributes, first + i, 2);
    attributes.ageYears = who.age ?? someone.age;
    const events: Happening[] = [];
    kernel.onEvent = (month, { track, from, name }, to) => {
      const { states, name: of } = model.tracks[track]!;
      if (month <= model.horizonMonths) {
        events.push({ month, track: of, from: states[from]!, to: states[to]!, name });
      }
    };
    built.fill(kernel.person, attributes, first + i, 2);
    recorder.occupancyChange.fill(0);
    kernel.run();
    const values = new Float64Array(measures.length);
    read(recorder, values);
    const nominal = recorder.ledger.nominal.slice();
    const discounted = recorder.ledger.discounted.slice();
    const changes = recorder.occupancyChange.slice();
    const months = (track: string, state: string) =>
      events.filter((event) => event.track === track && event.to === state).map(({ month }) => month);
    const sum = (amounts: Float64Array, component: string, payer?: string) => {
      const lines = costBookings(rewards).filter(
        (line) => line.component === component && (payer === undefined || line.payer === payer),
      );
      const of = lines.flatMap((line) => line.rewards);
      return of.length === 0 ? undefined : of.reduce((total, r) => total + amounts[r]!, 0);
    };
    return {
      attributes,
      events,
      months,
      month: (track, state) => months(track, state)[0] ?? Number.NaN,
      measure: (name) => values[measures.findIndex((measure) => measureKey(measure) === name)]!,
      counted: (name, month) => {
        const { track, states } = occupancyMeasures(scenario).find(
          (measure) => measure.name === name && measure.month === month,
        )!;
        const t = model.tracks.findIndex((each) => each.name === track);
        return states.reduce((total, state) => {
          const at = compiled.stateOffset[t]! + model.tracks[t]!.states.indexOf(state);
          const from = at * (model.horizonMonths + 2);
          return total + changes.subarray(from, from + month + 1).reduce((a, b) => a + b, 0);
        }, 0);
      },
      cost: (component, payer) => sum(nominal, component, payer),
      discounted: (component) => sum(discounted, component) ?? Number.NaN,
    };
  });
}

/** One life; another `chance` is another person of the same kind. */
export function live(
  settings: Readonly<Record<string, unknown>> = {},
  activities: Activities = {},
  who: Who = {},
  luck = 1,
  table: readonly Norm[] = norms,
): Life {
  return lives(1, settings, activities, who, luck, table)[0]!;
}

/** How many of so many persons of one kind satisfy a test. */
export function countLives(
  persons: number,
  test: (life: Life) => boolean,
  settings: Readonly<Record<string, unknown>> = {},
  activities: Activities = {},
  who: Who = {},
): number {
  return lives(persons, settings, activities, who).filter(test).length;
}
