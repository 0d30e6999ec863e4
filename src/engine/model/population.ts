/** The population of a bare model: in what the persons differ that are sent through it. */

import type { Model } from './model.js';

/** A choice by shares: the first entry of `cumulative` that a uniform does not exceed. The last entry is 1. */
export interface WeightedChoice {
  /** Address of the person's draw. */
  readonly address: number;
  readonly cumulative: readonly number[];
}

/** What having one value of a group changes about a person. Indices as in the model. */
export interface GroupValueEffects {
  /** Multiply the hazard; 0: never. */
  readonly ratios: readonly { readonly transition: number; readonly ratio: number }[];
  readonly rewardFactors: readonly { readonly reward: number; readonly factor: number }[];
  readonly thresholds: readonly { readonly load: number; readonly threshold: number }[];
}

/** A covariate group: every person has one of its values, drawn independently of the other groups. */
export interface Group extends WeightedChoice {
  readonly name: string;
  readonly values: readonly string[];
  /** In the order of `values`. */
  readonly effects: readonly GroupValueEffects[];
}

/** State at t = 0 of a track, in the order of the model's tracks. */
export interface StartChoice extends WeightedChoice {
  /** State indices, in the order of `cumulative`. */
  readonly states: readonly number[];
}

export interface Population {
  readonly starts: readonly StartChoice[];
  readonly groups: readonly Group[];
  /** Threshold of each load where no group decides it. */
  readonly thresholds: readonly number[];
  /** Calendar months of t = 0, spread evenly between the two. */
  readonly calendar: { readonly from: number; readonly to: number };
}

/** A model with the population that goes through it: plain data, ready to be sent to other threads. */
export interface BuiltModel {
  readonly title: string | undefined;
  readonly model: Model;
  readonly population: Population;
  /** How many persons the file asks for. */
  readonly persons: number | undefined;
}
