/** Arbitrary small models in which every kind of clock, effect, reward and milestone turns up. */

import fc from 'fast-check';
import type {
  Clock,
  Condition,
  Effect,
  Exposure,
  Load,
  Milestone,
  Model,
  Piece,
  Reward,
  Transition,
} from '../../src/engine/model/model.js';
import type { Distribution } from '../../src/engine/random/distribution.js';

const tracks = [
  { name: 'x', states: ['a', 'b', 'c'] },
  { name: 'y', states: ['off', 'on'] },
  { name: 'z', states: ['p', 'q', 'r', 's'] },
];

const place = fc.constantFrom(
  ...tracks.flatMap(({ name, states }) => states.map((state) => ({ track: name, state }))),
);

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    place.map(({ track, state }) => ({ track, in: [state] })),
    fc.array(tie('condition'), { maxLength: 2 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
    fc.constant({ load: 'burden' }),
  ),
}));

/** Pieces of a log-linear function whose hazards stay small enough for short lives. */
const pieces: fc.Arbitrary<Piece[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 3 })
  .chain((from) =>
    fc.tuple(
      ...from
        .sort((a, b) => a - b)
        .map((start) =>
          fc.record({ from: fc.constant(start), log: double(-4, 0), slope: double(-0.05, 0.02) }),
        ),
    ),
  );

const flat = double(-5, 0).map((log) => [{ from: 0, log, slope: 0 }]);

const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  double(0.5, 30).map((months) => ({ kind: 'fixed', months }) as const),
  double(1, 30).map((mean) => ({ kind: 'exponential', mean }) as const),
  fc.record({ kind: fc.constant('weibull'), shape: double(0.5, 3), scale: double(1, 30) }),
  fc.record({ kind: fc.constant('gamma'), shape: double(0.5, 3), scale: double(1, 10) }),
  fc.record({ kind: fc.constant('lognormal'), median: double(1, 20), sigma: double(0.1, 1) }),
  fc.record({ kind: fc.constant('uniform'), low: double(0, 5), high: double(6, 20) }),
);

const clock: fc.Arbitrary<Clock> = fc.oneof(
  fc.record({
    kind: fc.constant('hazard'),
    factors: fc.array(
      fc.record({
        scale: fc.constantFrom('origin', 'entry', 'calendar'),
        pieces: fc.oneof(flat, pieces),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.tuple(distribution, fc.option(double(0, 3), { nil: undefined })).map(([own, ratio]) => ({
    kind: 'duration' as const,
    distribution: own,
    ...(ratio === undefined ? {} : { atMost: { exposure: 'seen', ratio } }),
  })),
  distribution.map((delay) => ({ kind: 'gate', delay }) as const),
);

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc
    .tuple(place, double(-1, 1), fc.option(pieces, { nil: undefined }))
    .map(([{ track, state }, log, fade]) => ({
      kind: 'state' as const,
      track,
      state,
      log,
      ...(fade === undefined ? {} : { fade }),
    })),
  fc
    .tuple(place, fc.oneof(fc.constantFrom(0, 0.25, 1, 2), double(0, 3)))
    .map(([{ track, state }, factor]) => ({ kind: 'pace' as const, track, state, factor })),
  fc
    .tuple(place, double(0, 1), double(0, 2), double(1, 3))
    .map(([{ track, state }, factor, perUnit, atMost]) => ({
      kind: 'pace' as const,
      track,
      state,
      factor,
      more: { load: 'burden', perUnit, atMost },
    })),
  double(-0.05, 0.05).map((logPerMonth) => ({ kind: 'exposure' as const, exposure: 'seen', logPerMonth })),
  double(-0.5, 0.5).map((logPerUnit) => ({ kind: 'load' as const, load: 'burden', logPerUnit })),
);

/** Effects that a clock may have: a duration takes constant ones and paces, a hazard no paces, a gate none. */
function effectsFor(kind: Clock['kind'], effects: readonly Effect[]): Effect[] {
  if (kind === 'gate') return [];
  if (kind === 'hazard') return effects.filter((each) => each.kind !== 'pace');
  return effects.filter(
    (each) =>
      each.kind === 'load' || each.kind === 'pace' || (each.kind === 'state' && each.fade === undefined),
  );
}

const transition = fc
  .record({
    from: place,
    to: fc.array(fc.tuple(fc.nat(3), fc.constantFrom(0.25, 1, 3)), { minLength: 1, maxLength: 2 }),
    when: fc.option(condition, { nil: undefined }),
    clock,
    effects: fc.array(effect, { maxLength: 3 }),
  })
  .map(({ from, to, when, clock: own, effects }): Omit<Transition, 'name'> => {
    const { states } = tracks.find(({ name }) => name === from.track)!;
    return {
      track: from.track,
      from: from.state,
      to: to.map(([k, probability]) => ({ state: states[k % states.length]!, probability })),
      clock: own,
      effects: effectsFor(own.kind, effects),
      ...(when === undefined ? {} : { when }),
    };
  });

const amount = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 3 }).chain((from) =>
  fc.record({
    from: fc.constant(from.sort((a, b) => a - b)),
    values: fc.tuple(...from.map(() => double(-100, 1000))),
  }),
);

type Named<Item> = Item extends unknown ? Omit<Item, 'name'> : never;

const reward: fc.Arbitrary<Named<Reward>> = fc.oneof(
  fc.record({ kind: fc.constant('rate'), when: condition, amount }),
  fc.record({
    kind: fc.constant('event'),
    transitions: fc.constant(['transition 0', 'transition 2']),
    amount,
  }),
);

const milestone: fc.Arbitrary<Named<Milestone>> = fc.record({
  when: condition,
  sustainedMonths: fc.constantFrom(0, 0, 3, 12),
});

const exposure: fc.Arbitrary<Exposure> = fc.record(
  {
    name: fc.constant('seen'),
    when: condition,
    capMonths: double(1, 50),
    slowed: fc.record({ load: fc.constant('burden'), perUnit: double(0, 2), atLeast: double(0, 0.5) }),
  },
  { requiredKeys: ['name', 'when', 'capMonths'] },
);

const load: fc.Arbitrary<Load> = fc.record({
  name: fc.constant('burden'),
  weights: fc.uniqueArray(
    fc.tuple(place, double(0, 2)).map(([at, weight]) => ({ ...at, weight })),
    { selector: ({ track, state }) => `${track} ${state}`, maxLength: 4 },
  ),
});

/** An arbitrary model of three tracks. */
export const anyModel: fc.Arbitrary<Model> = fc
  .record({
    transitions: fc.array(transition, { minLength: 3, maxLength: 10 }),
    exposure,
    load,
    rewards: fc.array(reward, { maxLength: 4 }),
    milestones: fc.array(milestone, { maxLength: 3 }),
    periods: fc.constantFrom([], [0, 12, 24, 36]),
    horizonMonths: fc.integer({ min: 1, max: 90 }),
    discountRate: fc.constantFrom(0, 0.03),
    discountTo: fc.constantFrom(0, -7.5, 21),
  })
  .map(({ exposure: seen, load: burden, transitions, rewards, milestones, ...rest }) => ({
    tracks,
    exposures: [seen],
    loads: [burden],
    transitions: transitions.map((each, i) => ({ ...each, name: `transition ${i}` })),
    rewards: rewards.map((each, i) => ({ ...each, name: `reward ${i}` })),
    milestones: milestones.map((each, i) => ({ ...each, name: `milestone ${i}` })),
    ...rest,
  }));
