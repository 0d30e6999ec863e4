/**
 * How people grow older. Three tracks hold the birthdays that something depends on: `age` (bands of age, ages that activities ask
 * for, the state pension age), `norm` (which amount of bijstand holds for a person) and `student_finance`. All of them change
 * after fixed durations, which are one month long in the model and stretched to each person's months until the birthday.
 */

import type { Condition, Effect, Person, Track, Transition } from '../../engine/model/model.js';
import { coreTracks } from '../life/tracks.js';
import { after, gate, inState, type PersonalTransition, stateRatio } from '../life/transition.js';
import type { Regime } from '../regimes/regime.js';
import type { Scenario } from '../schema/scenario.js';
import { monthsSinceEpoch } from '../time/calendar.js';
import { ageBands, ageBounds } from './age.js';
import { onlyNo, onlyYes, YES } from './attribute.js';
import { households } from './household.js';
import type { Attributes, People } from './person.js';

/** Names that no activity may have. */
export const ageingTrackNames: readonly string[] = ['age', 'norm', 'student_finance'];

/** The bookkeeping tracks among them: a birthday shows where it changes a norm, an activity or the income. */
export const ageingBookkeeping: readonly string[] = ['age', 'student_finance'];

/** A stretch of life between two birthdays that matter; the last one ends at the state pension age. */
interface Stretch {
  readonly name: string;
  /** Years of age at which it begins. */
  readonly from: number;
}

/** The parts of a scenario that decide which birthdays matter. */
interface AskedAges {
  readonly approaches: Readonly<
    Record<
      string,
      {
        readonly activities: Readonly<
          Record<
            string,
            {
              readonly for?:
                | { readonly age?: { readonly from: number; readonly to: number } | undefined }
                | undefined;
            }
          >
        >;
      }
    >
  >;
}

const bandStarts = ageBounds.map(([first]) => first);

/**
 * The stretches of the age track: one list for all approaches of a scenario, so that their tracks have the same states.
 * It does not depend on parameter draws.
 */
export function ageStretches({ approaches }: AskedAges): readonly Stretch[] {
  const asked = Object.values(approaches).flatMap(({ activities }) =>
    Object.values(activities).flatMap(({ for: who }) =>
      who?.age === undefined ? [] : [who.age.from, who.age.to + 1],
    ),
  );
  const starts = [...new Set([...bandStarts, ...asked])].sort((a, b) => a - b);
  return starts.map((from, i) => {
    const next = starts[i + 1];
    return { from, name: next === undefined ? `${from}+` : `${from}-${next - 1}` };
  });
}

/** Condition that a person has reached the state pension age. */
export const pensioned: Condition = inState('age', 'pension');

/** Condition that a person's age in whole years lies within bounds that an activity of the scenario has. */
export function agedBetween(scenario: AskedAges, from: number, to: number): Condition {
  const within = ageStretches(scenario).filter((stretch) => stretch.from >= from && stretch.from <= to);
  return inState('age', ...within.map(({ name }) => name));
}

/** Condition that a person is older than an age that an activity of the scenario asks for, in whole years. */
export function olderThan(scenario: AskedAges, to: number): Condition {
  const beyond = ageStretches(scenario).filter((stretch) => stretch.from > to);
  return inState('age', ...beyond.map(({ name }) => name), 'pension');
}

/** Hazard ratios of the age bands: that of the present age; the last band extends to the state pension age. */
export function ageRatios(
  scenario: AskedAges,
  ratios: Readonly<Record<(typeof ageBands)[number], number>>,
): Effect[] {
  return ageStretches(scenario).map(({ name, from }) => {
    const band = bandStarts.filter((start) => start <= from).length - 1;
    return stateRatio('age', name, ratios[ageBands[band]!]);
  });
}

/**
 * Which amount of the norms table holds for a person: `youth` is `single_18_20`, `youth_family` that of a couple of 18 to
 * 20 with children; `sharing` is that of people alone who share a house (kostendelersnorm), up to their 27th birthday
 * `sharing_21_26`.
 */
export const normStates = ['youth', 'youth_family', 'single', 'couple', 'sharing_21_26', 'sharing'] as const;

/** The tracks that hold birthdays. */
export function ageingTracks(scenario: AskedAges): Track[] {
  return [
    { name: 'age', states: [...ageStretches(scenario).map(({ name }) => name), 'pension'] },
    { name: 'norm', states: normStates },
    /** Whether an education with student finance may still be begun. */
    { name: 'student_finance', states: ['open', 'closed'] },
  ];
}

type Household = (typeof households)[number];

const ofHouseholds = (belongs: (household: Household) => boolean) => ({
  household: households.map((household) => (belongs(household) ? 1 : 0)),
});

/** Birthdays, and the effects of the state pension age: it ends other income, and what the law says. */
export function ageingTransitions(
  scenario: AskedAges,
  { endsAtPension }: Pick<Regime, 'endsAtPension'>,
): PersonalTransition[] {
  const ages = [...ageStretches(scenario).map(({ name }) => name), 'pension'];
  const incomes = coreTracks.find(({ name }) => name === 'income')!.states;
  return [
    ...ages.slice(1).map((to, i) => after('age', ages[i]!, to, 1)),
    after('norm', 'youth', 'single', 1, {
      ratios: { ...ofHouseholds(({ isCouple }) => !isCouple), shares_house: onlyNo },
    }),
    after('norm', 'youth', 'sharing_21_26', 1, { ratios: { shares_house: onlyYes } }),
    after('norm', 'sharing_21_26', 'sharing', 1),
    after('norm', 'youth', 'couple', 1, { ratios: ofHouseholds(({ isCouple }) => isCouple) }),
    after('norm', 'youth_family', 'couple', 1),
    after('student_finance', 'open', 'closed', 1),
    ...incomes
      .filter((state) => state !== 'pension')
      .map((from) => gate('income', from, 'pension', pensioned)),
    ...endsAtPension.flatMap(({ track, from, to }) => from.map((state) => gate(track, state, to, pensioned))),
  ];
}

/** Ages in months at which the norms of 21 and older begin, and those of sharers who count each other. */
const ADULT_NORM = 21 * 12;
const SHARER_NORM = 27 * 12;

/**
 * Months of age at which someone born in a month gets the state pension. In every calendar year the pension begins for those who
 * reach that year's age (Algemene Ouderdomswet, article 7a); people who do not reach it before the age rises have to wait for the
 * higher age.
 *
 * @param birth months from the epoch to the birth
 * @param steps from a month since the epoch, the age in months; in order of time, ages do not fall
 */
export function pensionAge(
  birth: number,
  steps: readonly { readonly from: number; readonly age: number }[],
): number {
  const step = steps.find(({ age }, i) => i + 1 === steps.length || birth + age < steps[i + 1]!.from);
  return step!.age;
}

const sharingYoung = normStates.indexOf('sharing_21_26');
const sharing = normStates.indexOf('sharing');

/** The norms of a household up to the 21st birthday, and from it on where no house is shared. */
function normsOf({ isCouple, hasChildren }: Household) {
  return {
    youth: normStates.indexOf(isCouple && hasChildren ? 'youth_family' : 'youth'),
    adult: normStates.indexOf(isCouple ? 'couple' : 'single'),
  };
}

/** Sets a person's states on the tracks of age at the permit, and the time until each birthday. */
type Grow = (person: Person, attributes: Attributes) => void;

/**
 * Prepares the birthdays of persons in a model with the tracks and transitions of this file.
 *
 * @param epochYear year whose first day is month 0
 */
export function createGrow(
  scenario: Scenario,
  people: People,
  epochYear: number,
  { tracks, transitions }: { readonly tracks: readonly Track[]; readonly transitions: readonly Transition[] },
): Grow {
  const trackAt = (name: string) => tracks.findIndex((track) => track.name === name);
  const firstOf = (name: string) => transitions.findIndex(({ track }) => track === name);
  const [ageTrack, normTrack, financeTrack] = ageingTrackNames.map(trackAt) as [number, number, number];
  const [firstAge, , finance] = ageingTrackNames.map(firstOf) as [number, number, number];
  const leaving = (state: string) =>
    transitions.flatMap(({ track, from }, k) => (track === 'norm' && from === state ? [k] : []));
  const leavingYouth = [...leaving('youth'), ...leaving('youth_family')];
  const [leavingSharing] = leaving('sharing_21_26') as [number];
  const starts = Float64Array.from(ageStretches(scenario), ({ from }) => from * 12);
  const { pension_age: pension, student_finance_until: financeUntil } = scenario.income;
  const steps = pension.map(({ from, age }) => ({ from: monthsSinceEpoch(from, epochYear), age }));
  const norms = households.map(normsOf);
  const [household, sharesHouse] = [people.at('household'), people.at('shares_house')];

  return (person, { codes, ageYears, permitMonth }) => {
    const months = ageYears * 12;
    let stretch = 0;
    while (stretch + 1 < starts.length && starts[stretch + 1]! <= months) stretch++;
    person.start[ageTrack] = stretch;
    let since = months;
    for (let i = stretch; i < starts.length; i++) {
      const until = i + 1 < starts.length ? starts[i + 1]! : pensionAge(permitMonth - months, steps);
      person.timeRatio[firstAge + i] = until - since;
      since = until;
    }
    const { youth, adult } = norms[codes[household]!]!;
    const shares = codes[sharesHouse] === YES;
    if (months < ADULT_NORM) {
      person.start[normTrack] = youth;
      for (const k of leavingYouth) person.timeRatio[k] = ADULT_NORM - months;
    } else person.start[normTrack] = !shares ? adult : months < SHARER_NORM ? sharingYoung : sharing;
    if (shares) person.timeRatio[leavingSharing] = SHARER_NORM - Math.max(months, ADULT_NORM);
    const left = financeUntil * 12 - months;
    person.start[financeTrack] = left > 0 ? 0 : 1;
    if (left > 0) person.timeRatio[finance] = left;
  };
}
