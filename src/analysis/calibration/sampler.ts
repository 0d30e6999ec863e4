/**
 * Posterior draws of uncertain parameters given published figures: least squares to the mode, then importance
 * resampling around it.
 *
 * Every parameter is carried on a scale on which its prior is standard normal. Rounds of simulations, the first from
 * the prior and each next from the normal posterior under a linear approximation of the model (a Gauss-Newton step with
 * the prior as penalty), move to where the figures are met. All simulated points are then weighted by likelihood times
 * prior over the mixture of all proposals (deterministic mixture weights: Owen & Zhou 2000, doi 10.1080/01621459.2000.10473909;
 * Cornuet et al. 2012, doi 10.1111/j.1467-9469.2011.00756.x) and resampled. So the linear approximation only decides
 * where to look, not what is found.
 */

import { deriveKey } from '../../engine/threefry.js';
import {
  type Aim,
  drawFrom,
  type Gaussian,
  logDensity,
  posteriorUnderLines,
  standardNormal,
} from './gaussian.js';
import { fitLines, type Line } from './regression.js';

/** A published figure as the sampler needs it. */
export interface Figure {
  readonly value: number;
  /** Standard deviation of the figure about the model's mean. */
  readonly sd: number;
  /** Shares are fitted on the logit scale, on which they are nearer to linear. */
  readonly share: boolean;
}

/** What the model gives at a point: mean of each figure and its Monte Carlo variance. */
export interface Outcome {
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/** How many points each round simulates: the first from the prior. */
export interface Plan {
  readonly rounds: readonly number[];
  /** Posterior draws wanted. */
  readonly draws: number;
}

export interface PosteriorSample {
  /** Posterior draws on the standard normal scale, in random order. */
  readonly points: readonly Float64Array[];
  /** Weighted mean of all points. */
  readonly mean: Float64Array;
  /** (sum of weights)^2 / sum of squared weights. */
  readonly effectiveSize: number;
  readonly simulated: number;
}

interface Evaluated {
  readonly point: Float64Array;
  readonly outcome: Outcome;
}

const EDGE = 1e-4;

function toScale(value: number, share: boolean): number {
  if (!share) return value;
  const inside = Math.min(1 - EDGE, Math.max(EDGE, value));
  return Math.log(inside / (1 - inside));
}

/** The figures on the scale of the lines; a variance p (1 - p) turns a standard deviation into one of the logit. */
function aimsOf(figures: readonly Figure[]): Aim[] {
  return figures.map(({ value, sd, share }) => {
    const slope = share ? 1 / (value * (1 - value)) : 1;
    return { value: toScale(value, share), variance: (sd * slope) ** 2 };
  });
}

/** Log likelihood: normal errors of the figures and of the finite number of persons. */
export function logLikelihood(figures: readonly Figure[], { means, variances }: Outcome): number {
  return figures.reduce((sum, { value, sd }, t) => {
    const variance = sd * sd + variances[t]!;
    return sum - (means[t]! - value) ** 2 / (2 * variance) - Math.log(variance) / 2;
  }, 0);
}

/** Weights of all points under the posterior, adding up to one. */
function weigh(
  evaluated: readonly Evaluated[],
  proposals: readonly { of: Gaussian; points: number }[],
  figures: readonly Figure[],
): number[] {
  const prior = standardNormal(evaluated[0]!.point.length);
  const logs = evaluated.map(({ point, outcome }) => {
    const parts = proposals.map(
      ({ of, points }) => Math.log(points / evaluated.length) + logDensity(of, point),
    );
    const top = Math.max(...parts);
    const mixture = top + Math.log(parts.reduce((sum, part) => sum + Math.exp(part - top), 0));
    return logLikelihood(figures, outcome) + logDensity(prior, point) - mixture;
  });
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
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

/** Points of a round for the lines: of the first rounds all, later those near the posterior. */
function fitRound(
  evaluated: readonly Evaluated[],
  figures: readonly Figure[],
  before?: readonly Line[],
): Line[] {
  const outcomes = figures.map(({ share }, t) =>
    evaluated.map(({ outcome }) => toScale(outcome.means[t]!, share)),
  );
  return fitLines(
    evaluated.map(({ point }) => point),
    outcomes,
    before,
  );
}

/**
 * Draws from the posterior.
 *
 * @param evaluate simulates the points of a round; the same points give the same outcomes
 * @param key addresses all random draws
 */
export async function samplePosterior(
  dimensions: number,
  figures: readonly Figure[],
  plan: Plan,
  key: readonly [number, number],
  evaluate: (points: readonly Float64Array[], round: number) => Promise<readonly Outcome[]>,
): Promise<PosteriorSample> {
  const aims = aimsOf(figures);
  const all: Evaluated[] = [];
  const proposals: { of: Gaussian; points: number }[] = [];
  let proposal = standardNormal(dimensions);
  let lines: Line[] | undefined;
  for (const [round, count] of plan.rounds.entries()) {
    const roundKey = deriveKey(key[0], key[1], round, 1);
    const points = Array.from({ length: count }, (_, i) => drawFrom(proposal, roundKey, i));
    const outcomes = await evaluate(points, round);
    const evaluated = points.map((point, i): Evaluated => ({ point, outcome: outcomes[i]! }));
    all.push(...evaluated);
    proposals.push({ of: proposal, points: count });
    lines = fitRound(round === 0 ? all : all.slice(plan.rounds[0]), figures, lines);
    proposal = posteriorUnderLines(lines, aims);
  }
  const weights = weigh(all, proposals, figures);
  const effectiveSize = 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
  const mean = new Float64Array(dimensions);
  all.forEach(({ point }, i) => {
    for (let j = 0; j < dimensions; j++) mean[j]! += weights[i]! * point[j]!;
  });
  const start = 0.5;
  const chosen = resample(weights, plan.draws, start);
  return {
    points: shuffle(chosen, key).map((i) => all[i]!.point),
    mean,
    effectiveSize,
    simulated: all.length,
  };
}

/** The entries in random order (sorted by an addressed draw). */
function shuffle(entries: readonly number[], key: readonly [number, number]): number[] {
  return entries
    .map((entry, i) => ({ entry, by: deriveKey(key[0], key[1], i, 2)[0] }))
    .sort((a, b) => a.by - b.by)
    .map(({ entry }) => entry);
}
