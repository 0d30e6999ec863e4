/** Lives of persons made by hand: an exact age, round amounts, nothing that happens by chance but what a test lets in. */

import { expect } from 'vitest';
import { buildApproach } from '../../src/domain/approach.js';
import { householdNames as households } from '../../src/domain/attributes/household.js';
import { emptyAttributes } from '../../src/domain/attributes/people.js';
import { centralScenario } from '../../src/domain/parameters/draw.js';
import type { Activity, Scenario } from '../../src/domain/schema/scenario.js';
import { compileModel } from '../../src/engine/compile/compile.js';
import { Kernel } from '../../src/engine/reference/kernel.js';
import { people, shippedTree } from '../shipped.js';

/** Nobody leaves bijstand, nobody is sanctioned; permits on 1 January 2015, house about a month later. */
export const still = [
  'cohort.first_permit=2015-01-01',
  'cohort.inflow_months=0',
  'housing.median_wait.syria=1',
  'income.work=0',
  'income.part_time_work=0',
  'income.education=0',
  'income.other_exit=0',
  'sanction.hazard=0',
  'costs.gross_over_net=1',
];
/** Round amounts, and the rise in prices in the middle. */
const norms = [
  { from: '2015-01-01', couple: 1000, single: 700, single_18_20: 200 },
  { from: '2021-01-01', couple: 2000, single: 1400, single_18_20: 400 },
];

interface Who {
  /** Age at the permit in years. */
  readonly age: number;
  readonly household?: (typeof households)[number];
  readonly shares?: boolean;
  /** Month of the permit since January of the first year. */
  readonly permit?: number;
  /** Tells one chance from another. */
  readonly luck?: number;
}

/** Starts at the permit, for two years, for everybody; nobody drops out. */
export const plan: Activity = {
  label: 'Plan',
  phase: 3,
  start: { when: { housing: ['centre', 'housed'] } },
  weeks: 24 * (365.25 / 84),
  hours_per_week: 1,
  acts_on: [],
  mandatory: false,
  dropout: 0,
};

export const base = centralScenario(shippedTree('national', still));

/** The scenario with numbers changed, and with activities under the only approach. */
function scenarioWith(settings: readonly string[], activities: Scenario['approaches'][string]['activities']) {
  const scenario = structuredClone(base);
  for (const setting of settings) {
    const [path, value] = setting.split('=') as [string, string];
    const keys = path.split('.');
    const last = keys.pop()!;
    const section = keys.reduce<Record<string, unknown>>(
      (node, key) => node[key] as Record<string, unknown>,
      scenario as unknown as Record<string, unknown>,
    );
    expect(section).toHaveProperty([last]);
    section[last] = Number(value);
  }
  const sequential = { ...scenario.approaches.sequential!, activities };
  return { ...scenario, approaches: { sequential } };
}

/** Lives one life by hand: what happened when, and the euros of each component of the accounts. */
export function live(
  settings: readonly string[],
  who: Who,
  activities: Scenario['approaches'][string]['activities'] = {},
) {
  const built = buildApproach(scenarioWith(settings, activities), 'sequential', norms);
  const kernel = new Kernel(compileModel(built.model));
  const attributes = emptyAttributes(people);
  attributes.ageYears = who.age;
  attributes.permitMonth = who.permit ?? 0;
  attributes.capacityHours = 80;
  attributes.codes[people.at('education')] = 2;
  attributes.codes[people.at('household')] = households.indexOf(who.household ?? 'single');
  attributes.codes[people.at('shares_house')] = who.shares === true ? 1 : 0;
  built.fill(kernel.person, attributes, 7, who.luck ?? 11);
  const start = new Map(
    built.model.tracks.map(({ name, states }, t) => [name, states[kernel.person.start[t]!]!]),
  );
  const events: { track: string; from: string; to: string; month: number }[] = [];
  kernel.onEvent = (month, transition, to) => {
    const { name, states } = built.model.tracks[transition.track]!;
    events.push({ track: name, from: states[transition.from]!, to: states[to]!, month });
  };
  kernel.run();
  const monthOf = (track: string, to: string) =>
    events.find((event) => event.track === track && event.to === to)?.month;
  const euros = (component: string) =>
    built.rewards.reduce(
      (sum, { role }, r) =>
        'component' in role && role.component === component ? sum + kernel.recorder.ledger.nominal[r]! : sum,
      0,
    );
  const counted = (of: string) => {
    const counters = built.rewards.flatMap(({ role }, r) => ('of' in role && role.of === of ? [r] : []));
    if (counters.length === 0) throw new Error(`nothing is counted under "${of}"`);
    return counters.reduce((sum, r) => sum + kernel.recorder.ledger.nominal[r]!, 0);
  };
  return { start, events, monthOf, euros, counted };
}
