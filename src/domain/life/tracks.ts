/** The tracks every approach has, under the names that scenarios use. The law adds its own, and activities one each. */

import type { Track } from '../../engine/model/model.js';
import type { Regime } from '../regimes/regime.js';
import { languageLevels } from '../schema/names.js';

export const coreTracks = [
  /** In the asylum centre (azc) until a house in the municipality is found. */
  { name: 'housing', states: ['centre', 'housed'] },
  { name: 'language', states: languageLevels },
  /** Whether the approach lets a person look for work. */
  { name: 'search', states: ['closed', 'open'] },
  /**
   * `pension`: past the state pension age (AOW). The supplement to an incomplete AOW (AIO) is bijstand paid by the SVB, an agency
   * of the state, and not by the municipality, so it is outside the accounts. Nobody leaves this state.
   */
  {
    name: 'income',
    states: ['living_allowance', 'bijstand', 'bijstand_part_time', 'work', 'education', 'other', 'pension'],
  },
  { name: 'sanction', states: ['none', 'cut'] },
  /** Idle until the first course, activity or job. */
  { name: 'engagement', states: ['idle', 'engaged'] },
] as const satisfies readonly Track[];

/** The tracks among them that only do bookkeeping for other tracks. */
export const coreBookkeeping: readonly (typeof coreTracks)[number]['name'][] = ['engagement'];

/** The tracks of every life under a regime, in the order in which results list them. */
export function lifeTracks({ tracks }: Pick<Regime, 'tracks'>): Track[] {
  return coreTracks.flatMap((track) => {
    if (track.name === 'housing') return [track, ...tracks.afterHousing];
    return track.name === 'language' ? [track, ...tracks.afterLanguage] : [track];
  });
}

/** States of an activity's track. */
export const activityStates = [
  'waiting',
  'taking_part',
  'aftercare',
  'finished',
  'dropped_out',
  'not_eligible',
] as const;
