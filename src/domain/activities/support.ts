/**
 * Support tracks: for each thing that activities act on, one track that says whether any of them is at work. Effect sizes in the
 * literature are those of whole programmes, so they apply once, however many activities share a target. Where an activity of a kind
 * is among them, the track says which of them counts (see `doses.ts`), or which of one kind count together (`at-once.ts`).
 */

import type { Condition, Effect, Track } from '../../engine/model/model.js';
import { sexes } from '../attributes/sex.js';
import { fadingRatio, gate, inState, type PersonalTransition, stateRatio } from '../life/transition.js';
import { SUPPORT } from '../schema/names.js';
import { numberAt } from '../schema/number-at.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { caredAfter } from './aftercare.js';
import { type Member, sourcesFrom } from './at-once.js';
import { type DosedTrack, dosedEffects, dosedStates, dosedTransitions } from './doses.js';
import { targetsOf } from './kinds.js';

/** Name of the track of a target. */
function supportTrack(target: string): string {
  return `${SUPPORT}${target}`;
}

/** Targets whose effect fades after the support has ended; on work it differs for men and women. */
const fading: readonly string[] = ['work', 'education'];

/** The activities that act on a target, and when: during the aftercare of `aftercare_weeks` the effect on work is kept up. */
function membersOf(scenario: Scenario, { activities }: Approach, target: string): Member[] {
  return Object.entries(activities).flatMap(([name, activity]): Member[] => {
    const { kind, hours_per_week: hours } = activity;
    if (target === 'aftercare')
      return caredAfter(name, activity).map((when) => ({ name, when, kind: undefined, hours }));
    if (!targetsOf(scenario, activity).includes(target)) return [];
    const keepsUp = target === 'work' && activity.aftercare_weeks !== undefined;
    const states = keepsUp ? ['taking_part', 'aftercare'] : ['taking_part'];
    return [{ name, when: inState(name, ...states), kind, hours }];
  });
}

/** Condition that any of some activities is at work. */
const anyOf = (members: readonly Member[]): Condition => ({ any: members.map(({ when }) => when) });

/** The targets that any activity of the approach acts on. */
function supportTargets(scenario: Scenario, approach: Approach): string[] {
  const activities = Object.values(approach.activities);
  const targets = new Set<string>(activities.flatMap((activity) => targetsOf(scenario, activity)));
  const cared = Object.entries(approach.activities).some(([name, each]) => caredAfter(name, each).length > 0);
  if (cared) targets.add('aftercare');
  return [...targets];
}

/** Whether the effect on a target depends on hours: an activity of a kind acts on it. */
function isDosed(scenario: Scenario, { activities }: Approach, target: string): boolean {
  return Object.values(activities).some(
    (activity) => activity.kind !== undefined && targetsOf(scenario, activity).includes(target),
  );
}

/** The tracks of a target whose effect depends on hours: on work one for each sex. */
function dosedTracks(scenario: Scenario, approach: Approach, target: string): DosedTrack[] {
  const sources = sourcesFrom(scenario, membersOf(scenario, approach, target));
  const fade = fading.includes(target) ? { fadeMonths: scenario.effects.fade_months } : {};
  if (target !== 'work') return [{ track: supportTrack(target), sources, ...fade }];
  return sexes.map((sex) => ({
    track: `${supportTrack(target)}_${sex}`,
    sources,
    who: { sex: onlySex(sex) },
    ...fade,
  }));
}

/** By sex: only this one. */
const onlySex = (sex: (typeof sexes)[number]) => sexes.map((each) => (each === sex ? 1 : 0));

/**
 * Those that help an activity that acts on dropping out to keep its people: of other kinds. Its stated dropout has the effect of its own
 * kind already, of which all activities are as one of all their hours, and none helps itself; so a programme keeps its people as long in
 * parts as whole. Those without a kind have one effect together, as if they were of one.
 */
function othersOnDropout(scenario: Scenario, approach: Approach, activity: string): Member[] {
  const { kind } = approach.activities[activity]!;
  return membersOf(scenario, approach, 'dropout').filter((member) => member.kind !== kind);
}

/** Activities that act on dropping out beside others that help them. */
function supportedByOthers(scenario: Scenario, approach: Approach): string[] {
  return membersOf(scenario, approach, 'dropout')
    .map(({ name }) => name)
    .filter((name) => othersOnDropout(scenario, approach, name).length > 0);
}

/** The track that says which others keep people in an activity that acts on dropping out. */
function dosedBesides(scenario: Scenario, approach: Approach, activity: string): DosedTrack {
  const others = othersOnDropout(scenario, approach, activity);
  return { track: trackBesides(activity), sources: sourcesFrom(scenario, others) };
}

/** Name of the track that says whether others than the activity act on dropping out. */
function trackBesides(activity: string): string {
  return `${supportTrack('dropout')}_besides_${activity}`;
}

function statesOf(target: string): string[] {
  if (target === 'work') return ['off', 'on_men', 'on_women', 'fading_men', 'fading_women'];
  return fading.includes(target) ? ['off', 'on', 'fading'] : ['off', 'on'];
}

const trackOf = (dosed: DosedTrack): Track => ({ name: dosed.track, states: dosedStates(dosed) });

/** The support tracks of an approach. */
export function supportTracks(scenario: Scenario, approach: Approach): Track[] {
  return [
    ...supportTargets(scenario, approach).flatMap((target) =>
      isDosed(scenario, approach, target)
        ? dosedTracks(scenario, approach, target).map(trackOf)
        : [{ name: supportTrack(target), states: statesOf(target) }],
    ),
    ...supportedByOthers(scenario, approach).map((name) => trackOf(dosedBesides(scenario, approach, name))),
  ];
}

/** Gates that switch the support tracks on and off. */
export function supportTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const besides = supportedByOthers(scenario, approach).flatMap((name) =>
    dosedTransitions(dosedBesides(scenario, approach, name)),
  );
  const ofTargets = supportTargets(scenario, approach).flatMap((target) => {
    if (isDosed(scenario, approach, target)) {
      return dosedTracks(scenario, approach, target).flatMap(dosedTransitions);
    }
    const track = supportTrack(target);
    const active = anyOf(membersOf(scenario, approach, target));
    const ended: Condition = { not: active };
    if (target === 'work') {
      return sexes.flatMap((sex) => [
        gate(track, 'off', `on_${sex}`, active, { ratios: { sex: onlySex(sex) } }),
        gate(track, `on_${sex}`, `fading_${sex}`, ended),
        gate(track, `fading_${sex}`, `on_${sex}`, active),
      ]);
    }
    const off = fading.includes(target) ? 'fading' : 'off';
    const back = off === 'off' ? [] : [gate(track, off, 'on', active)];
    return [gate(track, 'off', 'on', active), gate(track, 'on', off, ended), ...back];
  });
  return [...ofTargets, ...besides];
}

/** Hazard ratios on leaving a course or an activity from the support of other activities. */
export function supportOnDropout(scenario: Scenario, approach: Approach, left: string): Effect[] {
  const activity = approach.activities[left];
  if (activity === undefined || !targetsOf(scenario, activity).includes('dropout')) {
    return supportEffects(scenario, approach, 'dropout');
  }
  if (!supportedByOthers(scenario, approach).includes(left)) return [];
  return dosedEffects(dosedBesides(scenario, approach, left), scenario.effects.dropout);
}

/** Hazard ratios from the support of a target; none when no activity acts on it. */
export function supportEffects(scenario: Scenario, approach: Approach, target: string): Effect[] {
  if (!supportTargets(scenario, approach).includes(target)) return [];
  const { effects } = scenario;
  if (isDosed(scenario, approach, target)) {
    const onWork = sexes.map((sex) => effects[`work_${sex}`]);
    return dosedTracks(scenario, approach, target).flatMap((dosed, i) =>
      dosedEffects(dosed, target === 'work' ? onWork[i]! : numberAt(effects, [target])),
    );
  }
  const track = supportTrack(target);
  if (target === 'work') {
    return [
      stateRatio(track, 'on_men', effects.work_men),
      stateRatio(track, 'on_women', effects.work_women),
      fadingRatio(track, 'fading_men', effects.work_men, effects.fade_months),
      fadingRatio(track, 'fading_women', effects.work_women, effects.fade_months),
    ];
  }
  const ratio = target === 'aftercare' ? effects.relapse : numberAt(effects, [target]);
  const on = stateRatio(track, 'on', ratio);
  return fading.includes(target) ? [on, fadingRatio(track, 'fading', ratio, effects.fade_months)] : [on];
}
