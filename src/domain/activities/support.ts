/**
 * Support tracks: for each thing that activities act on, one track that says whether any of them is at work. Effect sizes in the
 * literature are those of whole programmes, so they apply once, however many activities share a target.
 */

import type { Condition, Effect, Track } from '../../engine/model/model.js';
import { sexes } from '../attributes/sex.js';
import { fadingRatio, gate, inState, type PersonalTransition, stateRatio } from '../life/transition.js';
import { SUPPORT } from '../schema/names.js';
import { numberAt } from '../schema/number-at.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { caredAfter } from './aftercare.js';

/** Name of the track of a target. */
function supportTrack(target: string): string {
  return `${SUPPORT}${target}`;
}

/** Targets whose effect fades after the support has ended; on work it differs for men and women. */
const fading: readonly string[] = ['work', 'education'];

/** Condition that an activity (other than `besides`) acts on the target now. During the aftercare of `aftercare_weeks` the effect on work is kept up. */
function activeWhen(activities: Approach['activities'], target: string, besides?: string): Condition {
  return {
    any: Object.entries(activities).flatMap(([name, activity]) => {
      if (name === besides) return [];
      if (target === 'aftercare') return caredAfter(name, activity);
      if (!activity.acts_on.includes(target)) return [];
      const keepsUp = target === 'work' && activity.aftercare_weeks !== undefined;
      const states = keepsUp ? ['taking_part', 'aftercare'] : ['taking_part'];
      return [inState(name, ...states)];
    }),
  };
}

/** The targets that any activity of the approach acts on. */
function supportTargets(approach: Approach): string[] {
  const activities = Object.values(approach.activities);
  const targets = new Set<string>(activities.flatMap((activity) => activity.acts_on));
  const cared = Object.entries(approach.activities).some(([name, each]) => caredAfter(name, each).length > 0);
  if (cared) targets.add('aftercare');
  return [...targets];
}

/**
 * Activities that act on dropping out beside others that do. The stated dropout of an activity already includes the activity's
 * own effect on it; the support of other activities comes on top.
 */
function supportedByOthers({ activities }: Approach): string[] {
  const acting = Object.keys(activities).filter((name) => activities[name]!.acts_on.includes('dropout'));
  return acting.length > 1 ? acting : [];
}

/** Name of the track that says whether others than the activity act on dropping out. */
function trackBesides(activity: string): string {
  return `${supportTrack('dropout')}_besides_${activity}`;
}

function statesOf(target: string): string[] {
  if (target === 'work') return ['off', 'on_men', 'on_women', 'fading_men', 'fading_women'];
  return fading.includes(target) ? ['off', 'on', 'fading'] : ['off', 'on'];
}

/** The support tracks of an approach. */
export function supportTracks(approach: Approach): Track[] {
  return [
    ...supportTargets(approach).map((target) => ({ name: supportTrack(target), states: statesOf(target) })),
    ...supportedByOthers(approach).map((name) => ({ name: trackBesides(name), states: statesOf('dropout') })),
  ];
}

/** Gates that switch the support tracks on and off. */
export function supportTransitions(approach: Approach): PersonalTransition[] {
  const besides = supportedByOthers(approach).flatMap((name) => {
    const active = activeWhen(approach.activities, 'dropout', name);
    const track = trackBesides(name);
    return [gate(track, 'off', 'on', active), gate(track, 'on', 'off', { not: active })];
  });
  const ofTargets = supportTargets(approach).flatMap((target) => {
    const track = supportTrack(target);
    const active = activeWhen(approach.activities, target);
    const ended: Condition = { not: active };
    if (target === 'work') {
      return sexes.flatMap((sex) => [
        gate(track, 'off', `on_${sex}`, active, {
          ratios: { sex: sexes.map((each) => (each === sex ? 1 : 0)) },
        }),
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
  if (!approach.activities[left]?.acts_on.includes('dropout')) {
    return supportEffects(scenario, approach, 'dropout');
  }
  const others = supportedByOthers(approach).includes(left);
  return others ? [stateRatio(trackBesides(left), 'on', scenario.effects.dropout)] : [];
}

/** Hazard ratios from the support of a target; none when no activity acts on it. */
export function supportEffects(scenario: Scenario, approach: Approach, target: string): Effect[] {
  if (!supportTargets(approach).includes(target)) return [];
  const { effects } = scenario;
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
