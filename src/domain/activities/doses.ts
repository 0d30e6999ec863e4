/**
 * The support of a target by activities of kinds, whose effect depends on their hours. Of those that run, the one with the largest
 * dose counts, or those of one kind together (see `at-once.ts`): effect sizes in the literature are those of whole programmes, and a
 * second programme beside a whole one adds nothing.
 * When it ends, its effect fades from the dose it had, and no further than to that of another that still runs: an activity more is
 * never an effect less.
 */

import type { Effect } from '../../engine/model/model.js';
import type { AttributeRatios } from '../attributes/person.js';
import {
  fadingLog,
  gate,
  hazard,
  type PersonalTransition,
  stateLog,
  stepFactor,
} from '../life/transition.js';
import { countsWhen, nothingOf, runs, type Source } from './at-once.js';

/** A track that says whose dose counts. `fadeMonths`: those over which an effect fades; absent: it ends at once. */
export interface DosedTrack {
  readonly track: string;
  readonly sources: readonly Source[];
  readonly fadeMonths?: number;
  /** Whose support it is; absent: everybody's. */
  readonly who?: AttributeRatios;
}

/** A rate a month at which something happens as good as at once: after a part of the tolerance for moments that are the same. */
const AT_ONCE = 1e12;

const on = (name: string) => `on_${name}`;
const fading = (name: string) => `fading_${name}`;

/** The states of such a track. */
export function dosedStates({ sources, fadeMonths }: DosedTrack): string[] {
  const after = fadeMonths === undefined ? [] : sources.map(({ name }) => fading(name));
  return ['off', ...sources.map(({ name }) => on(name)), ...after];
}

/** Months of fading after which the effect of one dose has come down to that of another; 0 where it is no larger. */
function monthsDownTo(lower: Source, from: Source, fadeMonths: number): number {
  return lower.dose < from.dose ? fadeMonths * (1 - lower.dose / from.dose) : 0;
}

/** Transitions that follow the source whose dose counts. */
export function dosedTransitions({ track, sources, fadeMonths, who }: DosedTrack): PersonalTransition[] {
  const only = who === undefined ? {} : { ratios: who };
  const toOthers = (source: Source, ifAbove: boolean) =>
    sources
      .filter((other) => other !== source)
      .map((other) => {
        const when = ifAbove && other.dose < source.dose ? { any: [] } : countsWhen(other, sources);
        return gate(track, on(source.name), on(other.name), when);
      });
  const starts = sources.map((source) =>
    gate(track, 'off', on(source.name), countsWhen(source, sources), only),
  );
  if (fadeMonths === undefined) {
    const none = nothingOf(sources);
    return [
      ...starts,
      ...sources.flatMap((source) => [...toOthers(source, false), gate(track, on(source.name), 'off', none)]),
    ];
  }
  return [
    ...starts,
    ...sources.flatMap((source) => [
      ...toOthers(source, true),
      gate(track, on(source.name), fading(source.name), { not: runs(source) }),
      ...sources.map((other) => {
        const months = monthsDownTo(other, source, fadeMonths);
        const above = stepFactor('entry', [
          [0, months > 0 ? 0 : AT_ONCE],
          [months, AT_ONCE],
        ]);
        return hazard(track, fading(source.name), on(other.name), [above], {
          when: countsWhen(other, sources),
        });
      }),
    ]),
  ];
}

/** Hazard ratios from the support: of a whole dose the ratio itself, of a part in proportion on the logarithm. */
export function dosedEffects({ track, sources, fadeMonths }: DosedTrack, ratio: number): Effect[] {
  return sources.flatMap(({ name, dose }) => {
    const log = dose === 0 ? 0 : dose * Math.log(ratio);
    return [
      stateLog(track, on(name), log),
      ...(fadeMonths === undefined ? [] : [fadingLog(track, fading(name), log, fadeMonths)]),
    ];
  });
}
