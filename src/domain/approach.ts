/** Compiles one approach of a scenario, under one parameter draw, into an engine model and a way to fill persons. */

import type { Condition, Model, Person, Track } from '../engine/model/model.js';
import {
  activityTracks,
  activityTransitions,
  engagementTransitions,
  idleExposure,
  loadsOf,
} from './activities/activities.js';
import { eligibilityOf } from './activities/eligibility.js';
import { endingTracks, endingTransitions } from './activities/ending.js';
import { capacityUnder, underOffers, withOffers } from './activities/offers.js';
import { voluntaryTracks } from './activities/outflow.js';
import { deterrenceTracks, deterrenceTransitions, sanctionTransitions } from './activities/sanction.js';
import { supportTracks, supportTransitions } from './activities/support.js';
import { ageingBookkeeping, ageingTracks, ageingTransitions, createGrow } from './attributes/ageing.js';
import { YES } from './attributes/attribute.js';
import { peopleOf } from './attributes/people.js';
import type { Attributes } from './attributes/person.js';
import { type Changing, createSettle, presentTracks } from './attributes/present.js';
import { fillRatios, ratioTables } from './attributes/ratios.js';
import { readCondition } from './checks/condition.js';
import { familyTransitions } from './life/family.js';
import { healthTransitions } from './life/health.js';
import { housingTransitions } from './life/housing.js';
import { fallbackTrack, incomeTransitions, searchTransitions } from './life/income.js';
import { languageTransitions } from './life/language.js';
import { learningTrack, learningTransitions } from './life/learning.js';
import { jobTracks, jobTransitions } from './life/relapse.js';
import { activityStates, coreBookkeeping, lifeTracks } from './life/tracks.js';
import type { PersonalTransition } from './life/transition.js';
import { discountDate } from './measures/money-basis.js';
import { participationTrack, participationTransitions } from './measures/participation.js';
import type { DomainReward } from './measures/reward.js';
import { approachMilestones, approachRewards, type Norm } from './measures/rewards.js';
import { regimeOf } from './regimes/find.js';
import type { Regime } from './regimes/regime.js';
import { languageLevels } from './schema/names.js';
import { nodeBelow } from './schema/number-at.js';
import type { Approach, Scenario } from './schema/scenario.js';
import { monthsSinceEpoch, yearOf } from './time/calendar.js';

/** An approach ready for the engine. */
export interface BuiltApproach {
  readonly name: string;
  /** Names of its activities. */
  readonly activities: readonly string[];
  readonly model: Model;
  /** Tracks that only do bookkeeping for other tracks, on which their effects show. */
  readonly bookkeeping: readonly string[];
  readonly rewards: readonly DomainReward[];
  /**
   * Fills an engine person, always the same one, for the given attributes; the key words address the person's draws. Ratios and
   * factors that are 1 for everybody keep their initial values.
   */
  fill(person: Person, attributes: Attributes, key0: number, key1: number): void;
  /**
   * A text of everything that decides a life: if two approaches have the same text, a person with the same attributes and random
   * numbers has the same life under both.
   */
  identity(): string;
}

/** All numbers of a node as text, also those that JSON has no word for. */
function writeNode(node: unknown): string {
  return JSON.stringify(node, (_, value: unknown) => {
    if (typeof value === 'function') throw new Error('a function cannot be compared');
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  });
}

/** The tracks that conditions of an approach may name. */
export function namedTracks(
  regime: Regime,
  approach: Parameters<typeof activityTracks>[0] & Parameters<typeof voluntaryTracks>[0],
  scenario: Changing,
): Track[] {
  // Income and voluntary work stand before the activities: what follows the end of one happens before the track goes on.
  return [
    ...lifeTracks(regime),
    ...voluntaryTracks(approach),
    ...activityTracks(approach),
    ...presentTracks(scenario),
  ];
}

/** Reads a condition that the scenario's checks have already passed. */
function checkedCondition(node: unknown, tracks: readonly Track[]): Condition {
  const { condition, problems } = readCondition(node, tracks);
  if (problems.length > 0) throw new Error(`unchecked condition: ${problems[0]!.message}`);
  return condition;
}

function approachTransitions(
  scenario: Scenario,
  regime: Regime,
  approach: Approach,
  epochYear: number,
): PersonalTransition[] {
  const tracks = namedTracks(regime, approach, scenario);
  const opens = Object.fromEntries(
    regime.courses.map((course) => [
      course.name,
      checkedCondition(nodeBelow(approach, course.opens), tracks),
    ]),
  );
  const law = regime.transitions(scenario, approach, opens);
  const beginsAndEnds = Object.fromEntries(
    Object.entries(approach.activities).map(([name, { start, ends }]) => [
      name,
      {
        start: checkedCondition(start.when, tracks),
        ...(ends === undefined ? {} : { over: checkedCondition(ends.when, tracks) }),
      },
    ]),
  );
  return [
    ...housingTransitions(scenario),
    ...law.afterHousing,
    ...languageTransitions(scenario, approach),
    ...law.afterLanguage,
    ...searchTransitions(checkedCondition(approach.search.opens, tracks), approach.search.delay_weeks),
    ...incomeTransitions(scenario, approach, epochYear),
    ...jobTransitions(scenario),
    ...sanctionTransitions(scenario, approach),
    ...deterrenceTransitions(scenario, approach),
    ...engagementTransitions(scenario, approach),
    ...activityTransitions(scenario, approach, beginsAndEnds),
    ...endingTransitions(approach),
    ...supportTransitions(scenario, approach),
    ...learningTransitions(scenario, approach),
    ...participationTransitions(approach, tracks),
    ...ageingTransitions(scenario, regime),
    ...healthTransitions(scenario, approach),
    ...familyTransitions(scenario),
  ];
}

/** The longest inflow of a cohort (see the schema). Should a draw exceed it, later amounts are booked in the last year. */
const LONGEST_INFLOW = 120;

/**
 * Boundaries of the calendar years a cohort may live through, in months from the epoch: the same in every draw, so that
 * results by year can be added up over draws.
 */
export function calendarYears({ cohort, horizon_years: horizon }: Scenario): number[] {
  const inflow = Math.min(LONGEST_INFLOW, cohort.inflow_months_most ?? cohort.inflow_months);
  const firstPermit = monthsSinceEpoch(cohort.first_permit, yearOf(cohort.first_permit));
  const years = Math.ceil((firstPermit + inflow) / 12) + horizon;
  return Array.from({ length: years }, (_, year) => year * 12);
}

/**
 * Builds an approach of a scenario under one parameter draw.
 *
 * @param norms benefit norms in ascending order of date
 */
export function buildApproach(given: Scenario, name: string, norms: readonly Norm[]): BuiltApproach {
  const regime = regimeOf(given);
  const approach = withOffers(regime, given.approaches[name]!);
  const scenario = underOffers(given, approach);
  const epochYear = yearOf(scenario.cohort.first_permit);
  const personal = approachTransitions(scenario, regime, approach, epochYear);
  const named = namedTracks(regime, approach, scenario);
  const transitions = personal.map((entry) => entry.transition);
  const rewards = approachRewards(scenario, regime, approach, personal, norms, epochYear);
  // Tracks that the model adds for itself and that no condition can name.
  const own = [
    ...supportTracks(scenario, approach),
    ...deterrenceTracks(scenario),
    ...jobTracks(scenario),
    participationTrack,
    learningTrack(scenario, approach),
    ...endingTracks(approach),
    ...(regime.ownTracks?.(scenario) ?? []),
  ];
  const loads = loadsOf(scenario, approach);
  const model: Model = {
    tracks: [...named, ...own, ...ageingTracks(scenario), fallbackTrack],
    transitions,
    exposures: [idleExposure(scenario, approach), ...regime.exposures],
    loads: loads.map(({ load }) => load),
    rewards: rewards.map((entry) => entry.reward),
    milestones: approachMilestones(scenario, regime, approach, named),
    periods: calendarYears(scenario),
    horizonMonths: scenario.horizon_years * 12,
    discountRate: scenario.discount_rate,
    discountTo: monthsSinceEpoch(discountDate(scenario), epochYear),
  };
  const people = peopleOf(scenario);
  const hazardTables = ratioTables(personal, 'ratios', people);
  const stretchTables = ratioTables(personal, 'stretch', people);
  const grow = createGrow(scenario, people, epochYear, model);
  const settle = createSettle(scenario, people, model.tracks);
  const scaled = rewards.flatMap(({ scale }, r) =>
    scale === undefined ? [] : [{ reward: r, attribute: people.at(scale) }],
  );
  const eligible = Object.entries(approach.activities).map(([activityName, activity]) =>
    eligibilityOf(scenario, activityName, activity),
  );
  const knowsLanguage = people.at('knows_language');
  const capacityOf = capacityUnder(given, approach, people);
  const always = lifeTracks(regime);
  const languageTrack = always.findIndex(({ name }) => name === 'language');
  const [noLanguage, basicLanguage] = [languageLevels.indexOf('none'), languageLevels.indexOf('basic')];
  const firstActivity = always.length + voluntaryTracks(approach).length;
  const waiting = activityStates.indexOf('waiting');
  const notEligible = activityStates.indexOf('not_eligible');

  function fill(person: Person, attributes: Attributes, key0: number, key1: number): void {
    const { codes } = attributes;
    fillRatios(person.ratio, hazardTables, codes);
    fillRatios(person.timeRatio, stretchTables, codes);
    grow(person, attributes);
    for (let i = 0; i < scaled.length; i++) {
      const { reward, attribute } = scaled[i]!;
      person.rewardFactor[reward] = codes[attribute]!;
    }
    for (let i = 0; i < eligible.length; i++) {
      const takes = eligible[i]!(attributes, key0, key1);
      person.start[firstActivity + i] = takes ? waiting : notEligible;
    }
    person.start[languageTrack] = codes[knowsLanguage] === YES ? basicLanguage : noLanguage;
    const capacity = capacityOf(attributes) + settle(person, attributes);
    for (let i = 0; i < loads.length; i++) person.threshold[i] = loads[i]!.threshold ?? capacity;
    person.calendar = attributes.permitMonth;
    person.key0 = key0;
    person.key1 = key1;
  }

  function identity(): string {
    return writeNode([
      model,
      personal.map(({ ratios, stretch }) => [ratios, stretch]),
      rewards.map(({ role, scale }) => [role, scale]),
      loads.map(({ threshold }) => threshold),
      Object.values(approach.activities).map((activity) => activity.for),
      [approach.offers?.outside_school_hours, given.cohort.capacity.children],
      norms,
      [scenario.income.pension_age, scenario.income.student_finance_until],
    ]);
  }

  const bookkeeping = [
    ...coreBookkeeping,
    ...ageingBookkeeping,
    ...regime.bookkeeping,
    ...[...own, fallbackTrack].map((track) => track.name),
  ];
  const activities = Object.keys(approach.activities);
  return { name, activities, model, bookkeeping, rewards, fill, identity };
}
