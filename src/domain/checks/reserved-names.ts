/**
 * Names that the model and its results use themselves. A file that used one of them for an activity, approach, number or track of
 * its own would hide the original, or give two things the same name in result files. The checks of scenarios and of bare models
 * both use this list.
 */

import { VOLUNTARY } from '../activities/outflow.js';
import { ageingTrackNames } from '../attributes/ageing.js';
import { type Changing, presentTracks } from '../attributes/present.js';
import { lifeTracks } from '../life/tracks.js';
import { FAMILY_GUIDANCE } from '../measures/family-benefits.js';
import { bijstandComponents } from '../measures/reward.js';
import type { Regime } from '../regimes/regime.js';
import { dropoutReasons, SUPPORT } from '../schema/names.js';

/** Words of the condition language, which would hide a track of that name. */
export const conditionWords = ['all', 'any', 'not'] as const;

/** What the costs of every approach are called in costs.csv, whatever the law. */
const costComponents = [...bijstandComponents, 'social_guidance', FAMILY_GUIDANCE] as const;

/** Names that an activity cannot have under a regime, with the reason, the most helpful one first. */
function reasonsOfActivities(
  regime: Regime,
): readonly (readonly [names: readonly string[], reason: string])[] {
  const { courses, places, words } = regime;
  const components = [...costComponents, ...Object.keys(words.en.components)];
  return [
    [
      [...lifeTracks(regime).map(({ name }) => name), ...ageingTrackNames],
      'is the name of a track of every approach',
    ],
    [[VOLUNTARY], 'is the name of the track of voluntary work'],
    [conditionWords, 'is a word of conditions'],
    [[...courses.map(({ name }) => name), 'search', 'offers'], 'is a part of every approach'],
    [[...places.map(({ name }) => name), 'nowhere', 'milestone'], 'stands for something else in curves.csv'],
    [components, 'is what costs.csv calls a cost of every approach'],
    [dropoutReasons.map((reason) => `for_${reason}`), 'would make the name of another measure of dropout'],
    [['same_as'], 'ties a number to another'],
  ];
}

/** Names that would make a section look like a number. */
const numberWords: readonly string[] = ['value', 'same_as'];

/** What sweep.csv calls the scenario without changes. */
const BASE = 'base';

/** Names that an approach cannot have, with the reason. */
const reasonsOfApproaches: readonly (readonly [names: readonly string[], reason: string])[] = [
  [conditionWords, 'is a word of conditions, and stands for everybody in results'],
  [[BASE], 'is what sweep.csv calls the scenario without changes'],
  [['difference'], 'is what results call one approach minus another'],
  [numberWords, 'is a part of a number'],
];

/**
 * Why an activity cannot have a name under a regime; undefined where it can.
 *
 * @param scenario its sections decide which tracks of people there are
 */
export function refuseActivityName(
  name: string,
  regime: Regime,
  scenario: Changing = {},
): string | undefined {
  if (name.startsWith(SUPPORT)) return 'begins like a track that the model adds';
  if (presentTracks(scenario).some((track) => track.name === name)) {
    return `is the name of a track, since the scenario has a section ${name}`;
  }
  return reasonsOfActivities(regime).find(([names]) => names.includes(name))?.[1];
}

/** Why an approach cannot have a name; undefined where it can. */
export function refuseApproachName(name: string): string | undefined {
  return reasonsOfApproaches.find(([names]) => names.includes(name))?.[1];
}

/** Why a number that several places share cannot have a name; undefined where it can. */
export function refuseNumberName(name: string): string | undefined {
  return numberWords.includes(name) ? 'is a part of a number' : undefined;
}

/** Why a point of a sweep cannot have a name; undefined where it can. */
export function refusePointName(name: string): string | undefined {
  return name === BASE ? 'is what sweep.csv calls the scenario without changes' : undefined;
}
