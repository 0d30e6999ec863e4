/** How the engine's recorder stores entries to and exits from states. */

import type { Model } from '../../engine/model/model.js';
import { type Shape, shapeOf } from './shape.js';

/** Changes in the number of persons in each state: at months 0, 1, ..., the horizon, and those after it. */
export type RecorderShape = Shape<readonly ['state', 'change']>;

/** The layout of the changes in the recorder of a model. */
export function recorderShape({
  tracks,
  horizonMonths,
}: Pick<Model, 'tracks' | 'horizonMonths'>): RecorderShape {
  const states = tracks.reduce((sum, track) => sum + track.states.length, 0);
  return shapeOf(['state', 'change'], { state: states, change: horizonMonths + 2 });
}
