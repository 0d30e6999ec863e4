/**
 * Posterior draws of uncertain parameters given published figures: simulations near parameter values that fit the figures, an
 * emulator trained on them, and importance resampling with the emulator.
 *
 * Every parameter is carried on a scale on which its prior is standard normal. The first round of simulations is drawn from
 * the prior, the second from the normal posterior under a linear approximation of the model (a Gauss-Newton step with the
 * prior as penalty), every later one from the posterior under the emulator so far. In the end many candidates from the
 * linear posterior are weighted by likelihood times prior over their density, and resampled. The emulator's leave-one-out error
 * is added to the variance of every figure, so that the posterior becomes wider rather than wrong.
 */

import { deriveKey } from '../../engine/random/threefry.js';
import { type Emulator, trainEmulator } from './emulator.js';
import { type Aim, drawFrom, logDensity, posteriorUnderLines, standardNormal } from './gaussian.js';
import { fitLines, type Line } from './regression.js';

/** A published figure as the sampler needs it. */
export interface TargetFigure {
  readonly value: number;
  /** Standard deviation of the figure about the model's mean. */
  readonly sd: number;
  /** Shares are fitted on the logit scale, on which they are nearer to linear. */
  readonly isShare: boolean;
}

/** What the model gives at a point: mean of each figure and its Monte Carlo variance. */
export interface ModelMeans {
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/** How many points each round simulates: the first from the prior. */
export interface SamplingPlan {
  readonly rounds: readonly number[];
  /** Candidates that are weighted under the emulator. */
  readonly candidates: number;
  /** Posterior draws wanted. */
  readonly draws: number;
}

export interface PosteriorSample {
  /** Posterior draws on the standard normal scale, in random order. */
  readonly points: readonly Float64Array[];
  /** Weighted mean of all candidates. */
  readonly mean: Float64Array;
  /** (sum of weights)^2 / sum of squared weights. */
  readonly effectiveSize: number;
  readonly simulated: number;
  /** The emulator's error for each figure: its standard deviation over that of the figure. */
  readonly missed: readonly number[];
}

interface Evaluated {
  readonly point: Float64Array;
  readonly model: ModelMeans;
}

const EDGE = 1e-4;

function toScale(value: number, isShare: boolean): number {
  if (!isShare) return value;
  const inside = Math.min(1 - EDGE, Math.max(EDGE, value));
  return Math.log(inside / (1 - inside));
}

/** The figures on the scale of the lines; a variance p (1 - p) turns a standard deviation into one of the logit. */
function aimsOf(figures: readonly TargetFigure[]): Aim[] {
  return figures.map(({ value, sd, isShare }) => {
    const slope = isShare ? 1 / (value * (1 - value)) : 1;
    return { value: toScale(value, isShare), variance: (sd * slope) ** 2 };
  });
}

/**
 * Log likelihood of the model's results, on the scale of the lines, with normal errors of the figures and of the emulator.
 *
 * @param missed variance of the emulator's error, on the scale of the lines
 */
export function logLikelihood(
  figures: readonly TargetFigure[],
  means: ArrayLike<number>,
  missed: readonly number[],
): number {
  return figures.reduce((sum, { value, sd, isShare }, t) => {
    const mean = isShare ? 1 / (1 + Math.exp(-means[t]!)) : means[t]!;
    const slope = isShare ? mean * (1 - mean) : 1;
    const variance = sd * sd + missed[t]! * slope * slope;
    return sum - (mean - value) ** 2 / (2 * variance) - Math.log(variance) / 2;
  }, 0);
}

/** Indices of `count` draws by systematic resampling: index i comes floor or ceiling of count * weight times. */
export function resample(weights: readonly number[], count: number, start: number): number[] {
  const chosen: number[] = [];
  let i = 0;
  let reached = weights[0]!;
  for (let k = 0; k < count; k++) {
    const at = (k + start) / count;
    while (reached < at && i < weights.length - 1) reached += weights[++i]!;
    chosen.push(i);
  }
  return chosen;
}

/** Points nearest to the posterior that the emulator is trained on: its cost grows with their cube. */
const TRAINING = 1600;

/** Means by figure, then by point, on the scale of the lines. */
function meansByFigure(evaluated: readonly Evaluated[], figures: readonly TargetFigure[]): number[][] {
  return figures.map(({ isShare }, t) => evaluated.map(({ model }) => toScale(model.means[t]!, isShare)));
}

/** Monte Carlo variances likewise. */
function noiseByFigure(evaluated: readonly Evaluated[], figures: readonly TargetFigure[]): number[][] {
  return figures.map(({ isShare }, t) =>
    evaluated.map(({ model }) => {
      const mean = Math.min(1 - EDGE, Math.max(EDGE, model.means[t]!));
      return model.variances[t]! / (isShare ? (mean * (1 - mean)) ** 2 : 1);
    }),
  );
}

/** Candidates for the posterior with their weights, which add up to one. */
interface Candidates {
  readonly points: readonly Float64Array[];
  readonly weights: readonly number[];
  readonly emulator: Emulator;
}

/** Draws candidates from the posterior under the lines and weighs them under an emulator trained on the points. */
function drawCandidates(
  evaluated: readonly Evaluated[],
  lines: readonly Line[],
  figures: readonly TargetFigure[],
  count: number,
  key: readonly [number, number],
): Candidates {
  const aims = aimsOf(figures);
  const proposal = posteriorUnderLines(lines, aims);
  const near = evaluated.slice(-TRAINING);
  const training = {
    points: near.map(({ point }) => point),
    outcomes: meansByFigure(near, figures),
    noise: noiseByFigure(near, figures),
  };
  const emulator = trainEmulator(
    training,
    lines,
    aims.map(({ variance }) => variance),
  );
  const prior = standardNormal(lines[0]!.slope.length);
  const points = Array.from({ length: count }, (_, i) => drawFrom(proposal, key, i));
  const logs = points.map(
    (point) =>
      logLikelihood(figures, emulator.predict(point), emulator.missed) +
      logDensity(prior, point) -
      logDensity(proposal, point),
  );
  const top = logs.reduce((left, right) => Math.max(left, right));
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { points, weights: weights.map((weight) => weight / total), emulator };
}

function weightedMean({ points, weights }: Candidates): Float64Array {
  return points[0]!.map((_, j) => points.reduce((sum, point, i) => sum + weights[i]! * point[j]!, 0));
}

/** Posterior draws in random order. */
function choose({ points, weights }: Candidates, count: number, key: readonly [number, number]) {
  return shuffle(resample(weights, count, 0.5), key).map((i) => points[i]!);
}

/**
 * Draws from the posterior.
 *
 * @param evaluate simulates the points of a round, each on persons of its own
 * @param key addresses all random draws
 */
export async function samplePosterior(
  dimensions: number,
  figures: readonly TargetFigure[],
  { rounds, candidates: count, draws }: SamplingPlan,
  key: readonly [number, number],
  evaluate: (points: readonly Float64Array[], round: number) => Promise<readonly ModelMeans[]>,
): Promise<PosteriorSample> {
  const all: Evaluated[] = [];
  let lines: Line[] | undefined;
  const keyOf = (round: number, purpose: number) => deriveKey(key[0], key[1], round, purpose);
  // The points from the prior show where to look; the lines near the posterior are fitted to the others.
  const near = () => (all.length > rounds[0]! ? all.slice(rounds[0]) : all);
  const candidates = (round: number) => drawCandidates(near(), lines!, figures, count, keyOf(round, 1));
  const propose = (round: number): Float64Array[] => {
    if (round > 1) return choose(candidates(round), rounds[round]!, keyOf(round, 2));
    const proposal =
      lines === undefined ? standardNormal(dimensions) : posteriorUnderLines(lines, aimsOf(figures));
    return Array.from({ length: rounds[round]! }, (_, i) => drawFrom(proposal, keyOf(round, 1), i));
  };
  for (let round = 0; round < rounds.length; round++) {
    const points = propose(round);
    const models = await evaluate(points, round);
    all.push(...points.map((point, i): Evaluated => ({ point, model: models[i]! })));
    const used = near();
    lines = fitLines(
      used.map(({ point }) => point),
      meansByFigure(used, figures),
      lines,
    );
  }
  const last = candidates(rounds.length);
  return {
    points: choose(last, draws, keyOf(rounds.length, 2)),
    mean: weightedMean(last),
    effectiveSize: 1 / last.weights.reduce((sum, weight) => sum + weight * weight, 0),
    simulated: all.length,
    missed: aimsOf(figures).map(({ variance }, t) => Math.sqrt(last.emulator.missed[t]! / variance)),
  };
}

/** The entries in random order (sorted by an addressed draw). */
function shuffle(entries: readonly number[], key: readonly [number, number]): number[] {
  return entries
    .map((entry, i) => ({ entry, by: deriveKey(key[0], key[1], i, 2)[0] }))
    .sort((a, b) => a.by - b.by)
    .map(({ entry }) => entry);
}
