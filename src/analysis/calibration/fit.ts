/** How well a set of parameter draws fits the targets, and what the targets say about the parameters. */

import type { Target } from '../../domain/parameters/targets.js';
import { errorOfDrawMean, intervalOf, mean, present, variance } from '../statistics.js';

/** A target next to the model's result. */
export interface FitRow {
  readonly target: Target;
  /** Mean over the draws, and its MCSE. */
  readonly estimate: number;
  readonly mcse: number;
  /** 95 % interval over the draws. */
  readonly low: number;
  readonly high: number;
  /** (model - data) / (tolerance / 2). */
  readonly z: number;
  /** Whether the model's mean lies within the tolerance. */
  readonly inside: boolean;
}

/** Compares the targets with the model. @param means by draw, then by target */
export function fitRows(targets: readonly Target[], means: readonly ArrayLike<number>[]): FitRow[] {
  return targets.map((target, t) => {
    const byDraw = means.map((draw) => draw[t]!);
    const values = present(byDraw);
    const estimate = mean(values);
    return {
      target,
      estimate,
      mcse: errorOfDrawMean(byDraw),
      ...intervalOf(values),
      z: (estimate - target.value) / (target.tolerance / 2),
      inside: Math.abs(estimate - target.value) <= target.tolerance,
    };
  });
}

/** What the targets say about a parameter, on the scale on which its prior is standard normal. */
export interface Learned {
  /** Mean of the posterior: in prior standard deviations from the prior's median. */
  readonly shift: number;
  /** Standard deviation of the posterior over that of the prior, which is 1. */
  readonly width: number;
}

/** Shift and width of every parameter over posterior draws on the standard normal scale. */
export function learnedFrom(points: readonly Float64Array[]): Learned[] {
  return Array.from(points[0]!, (_, j) => {
    const values = points.map((point) => point[j]!);
    return { shift: mean(values), width: Math.sqrt(variance(values)) };
  });
}

/** A correlation between two parameters in the posterior. */
export interface Correlation {
  readonly first: number;
  readonly second: number;
  readonly correlation: number;
}

/** The strongest correlations between parameters, strongest first. */
export function strongestCorrelations(points: readonly Float64Array[], count: number): Correlation[] {
  const d = points[0]!.length;
  const scaled = Array.from({ length: d }, (_, j) => {
    const values = points.map((point) => point[j]!);
    const centre = mean(values);
    const sd = Math.sqrt(variance(values));
    return values.map((value) => (value - centre) / sd);
  });
  const all: Correlation[] = [];
  for (let first = 0; first < d; first++) {
    for (let second = first + 1; second < d; second++) {
      let sum = 0;
      for (let i = 0; i < points.length; i++) sum += scaled[first]![i]! * scaled[second]![i]!;
      all.push({ first, second, correlation: sum / (points.length - 1) });
    }
  }
  return all.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation)).slice(0, count);
}
