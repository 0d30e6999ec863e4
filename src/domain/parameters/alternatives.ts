/** Alternatives: questions with a few answers, one of which holds in each parameter draw, and the numbers that hang on them. */

import { deriveKey, hashName, uniformAt } from '../../engine/random/threefry.js';
import type { Alternative } from '../schema/alternatives.js';
import {
  type AnnotatedQuantity,
  annotated,
  type Choice,
  hasRest,
  type Parameter,
  type Quantity,
  type Tie,
} from './quantity.js';

/** Section of a scenario in which alternatives stand. */
export const ALTERNATIVES = 'alternatives';

/** The position of the option at a probability (0 < p < 1): options follow one another, each over as much as its weight. */
export function optionAt(weights: readonly number[], p: number): number {
  let upTo = 0;
  for (let option = 0; option < weights.length; option++) {
    upTo += weights[option]!;
    if (p < upTo) return option;
  }
  // Weights that do not quite add up to 1.
  return weights.findLastIndex((weight) => weight > 0);
}

/** The option that stands for an alternative where a single one is needed: the weightiest, of equals the first. */
export function centralOption(weights: readonly number[]): number {
  return weights.indexOf(Math.max(...weights));
}

/** An alternative as an unknown: its value is the position of an option, from 0. */
export function unknownOption({ weights, options }: Choice): AnnotatedQuantity {
  const names = options.map(({ name }, i) => `${i} ${name}`).join(', ');
  const most = options.length - 1;
  return { value: centralOption(weights), low: 0, high: most, unit: `option: ${names}`, weights };
}

/** The questions that a number hangs on under answers that have weight: by itself, or through what it is tied to or what is taken off it. */
export function questionsOf(quantity: Quantity): Choice[] {
  const { choice, tie } = annotated(quantity);
  const possible = choice?.options.filter((_, i) => choice.weights[i]! > 0);
  const parts = possible ?? tie?.less ?? [];
  const within = [...(tie === undefined ? [] : [tie.of]), ...parts.map((part) => part.quantity)];
  const found = [...(choice === undefined ? [] : [choice]), ...within.flatMap(questionsOf)];
  return [...new Map(found.map((each) => [each.by, each])).values()];
}

/** What a number is under one combination of options. */
interface Case {
  readonly path: string;
  /** Hangs on no alternative. */
  readonly quantity: AnnotatedQuantity;
  /** How likely these options are, where each alternative is asked by itself. */
  readonly weight: number;
}

/** A number tied to one that may be tied itself. */
function tiedTo(
  { tie, ...rest }: AnnotatedQuantity & { tie: Tie },
  path: string,
  of: AnnotatedQuantity,
): AnnotatedQuantity {
  const {
    to,
    of: last,
    ratios,
  } = of.tie === undefined || hasRest(of) ? { to: path, of, ratios: [] } : of.tie;
  return { ...rest, tie: { to, of: last, ratios: [...tie.ratios, ...ratios] } };
}

/** What a number may be: one case unless it hangs on alternatives, by itself or through the number that it is tied to. */
export function casesOf(path: string, quantity: Quantity): Case[] {
  const own = annotated(quantity);
  const { choice, tie } = own;
  if (choice !== undefined)
    return choice.options.flatMap((option, i) =>
      casesOf(option.path, option.quantity).map((each) => ({
        ...each,
        weight: each.weight * choice.weights[i]!,
      })),
    );
  if (tie === undefined || hasRest(own)) return [{ path, quantity: own, weight: 1 }];
  return casesOf(tie.to, tie.of).map((named) => ({
    path,
    quantity: tiedTo({ ...own, tie }, named.path, named.quantity),
    weight: named.weight,
  }));
}

/** The weights of all answers, as numbers of a scenario: nobody has published one. */
export function listWeights(alternatives: Readonly<Record<string, Alternative>> = {}): Parameter[] {
  return Object.entries(alternatives).flatMap(([name, { source, question, options }]) =>
    Object.entries(options).map(
      ([option, { weight, label, note }]): Parameter => ({
        path: `${ALTERNATIVES}.${name}.options.${option}.weight`,
        quantity: {
          value: weight,
          low: 0,
          high: 1,
          distribution: 'fixed',
          unit: 'share',
          ...(source === undefined ? {} : { source }),
          label: 'assumption',
          note: `${question} ${label}${note === undefined ? '' : `; ${note}`}`,
        },
      }),
    ),
  );
}

/** Separates the addresses of what alternatives draw from those of numbers. */
const STRATA = hashName('strata of alternatives');
const SIDE = 0;
const WITHIN = 1;
/** Levels of strata: with 2 to the power of this many blocks of draws, every stratum still has one. */
const LEVELS = 20;
/** Level and block of an address each have numbers of their own. */
const BLOCKS = 2 ** 24;

/** Draws of a block, which come in two antithetic pairs (see `DRAWS_PER_BLOCK`, which the domain does not know). */
const IN_BLOCK = 4;

/**
 * Uniform of an alternative in a draw, so even over the draws that they hold its weights nearly exactly.
 *
 * Draws come in antithetic pairs: an odd draw has 1 - u where the even one before it has u, and which of the two is below 1/2 is left to
 * chance. How far below is stratified over the blocks of two pairs: of any 2^k blocks in a row that begin at a multiple of 2^k,
 * exactly one lies in each 2^k-th part, at random (a scrambled digital sequence: Owen 1995, doi 10.1007/978-1-4612-2552-2_19, with
 * the scrambling also by block, so that two alternatives are independent of each other). The two pairs of a block, and different
 * alternatives, have sequences of their own: within a block pairs are independent, as the estimates of the spread between draws
 * suppose.
 *
 * @param key of the seed
 * @param address of the alternative
 */
export function stratifiedUniform(key: readonly [number, number], address: number, draw: number): number {
  const pair = (draw >> 1) % (IN_BLOCK / 2);
  const block = Math.floor(draw / IN_BLOCK);
  const [k0, k1] = deriveKey(key[0], key[1], STRATA, address);
  const [s0, s1] = deriveKey(k0, k1, pair, 0);
  const chance = (at: number, of: number) => uniformAt(s0, s1, at, of);
  // The stratum of a block in 2, 4, 8, ... parts: each time the half of the one before, the other half for its neighbour.
  let stratum = 0;
  for (let level = 1; level <= LEVELS; level++) {
    const group = block >> level;
    const digit = (block >> (level - 1)) & 1;
    const isTurned = chance(level * BLOCKS + group, stratum + 2) < 0.5;
    stratum = 2 * stratum + (isTurned ? 1 - digit : digit);
  }
  const folded = (stratum + chance(block, WITHIN)) / 2 ** LEVELS / 2;
  const isLow = chance(block, SIDE) < 0.5;
  return isLow === (draw % 2 === 0) ? folded : 1 - folded;
}
