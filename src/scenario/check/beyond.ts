/** Numbers whose draws lie beyond what their place allows: distributions with tails, and products of tied numbers. */

import { type SharesBeyond, sharesBeyond, withBounds } from '../../domain/parameters/beyond.js';
import { listParameters } from '../../domain/parameters/draw.js';
import type { Posterior } from '../../domain/parameters/posterior.js';
import { type AnnotatedQuantity, isAnnotated } from '../../domain/parameters/quantity.js';
import type { ScenarioSchema } from '../../domain/regimes/scenario-schema.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Inherited } from '../inherit/inheritance.js';
import { replaceAt } from '../inherit/override.js';
import { type Diagnostic, type Place, sayPosition } from './diagnostic.js';
import { type BeyondWords, beyond as english } from './note-words.js';
import { boundsAt } from './schema-walk.js';

/** A number of which so many draws lie beyond its place's bounds that it is said. */
export interface Beyond extends SharesBeyond {
  readonly path: string;
  readonly quantity: AnnotatedQuantity;
  readonly place: Place;
}

/** Share of draws beyond the bounds from which it is said, and above which the number is refused. */
const SAID = 0.001;
const REFUSED = 0.05;

/** The distributions whose draws go on beyond `low` and `high`. */
const withTails: readonly unknown[] = ['normal', 'lognormal', 'logit-normal', 'quantiles'];

/** The tree with the bounds of their places at the numbers whose draws could lie beyond. */
export function boundTree(tree: ScenarioTree, schema: ScenarioSchema): ScenarioTree {
  const boundsOf = (path: string) => boundsAt(schema, path.split('.'));
  const numbers = listParameters(tree).flatMap(({ path, quantity }) =>
    isAnnotated(quantity) ? [{ path, quantity }] : [],
  );
  // Ratios, and the numbers under options, stand within the numbers that they belong to.
  const within = new Set(
    numbers.flatMap(({ quantity: { tie, choice } }) =>
      [...(tie?.ratios ?? []), ...(choice?.options ?? [])].map(({ path }) => path),
    ),
  );
  return numbers.reduce((all, { path, quantity }) => {
    const follows = quantity.tie !== undefined || quantity.choice !== undefined;
    const canLeave = follows || withTails.includes(quantity.distribution);
    if (!canLeave || within.has(path)) return all;
    const bounded = withBounds(path, quantity, boundsOf);
    return bounded === quantity ? all : (replaceAt(all, path.split('.'), bounded) as ScenarioTree);
  }, tree);
}

/** The numbers of a tree with bounds of which more draws lie beyond than go unsaid. */
export function findBeyond(
  tree: ScenarioTree,
  posterior: Posterior | undefined,
  { locate }: Pick<Inherited, 'locate'>,
): Beyond[] {
  return listParameters(tree).flatMap(({ path, quantity }) => {
    if (!isAnnotated(quantity) || quantity.bounds === undefined) return [];
    const shares = sharesBeyond(path, quantity, posterior);
    const isSaid = shares.below + shares.above > SAID;
    return isSaid ? [{ path, quantity, place: locate(path.split('.')), ...shares }] : [];
  });
}

/** The bounds that draws lie beyond; only the one that counts, where beyond the other lie hardly any. */
function sidesOf({ below, above, quantity: { bounds } }: Beyond) {
  const { min, max } = bounds!;
  return [
    { share: below, side: 'below', end: min } as const,
    { share: above, side: 'above', end: max } as const,
  ].filter(({ share }) => share > SAID / 2);
}

const sayPercent = (share: number, { percent, number }: BeyondWords) =>
  percent(number(Number((100 * share).toPrecision(2))));

/** How many draws lie where: `12 % of its draws lie below 0 and 35 % above 1`. */
function sayShares(beyond: Beyond, words: BeyondWords): string {
  const sides = sidesOf(beyond).map(({ share, side, end }, i) =>
    (i === 0 ? words.ofDraws : words.andSide)(sayPercent(share, words), words[side](words.number(end))),
  );
  return sides.join('');
}

/** What to write instead, so that draws stay within the bounds. */
function propose(
  { below, quantity: { bounds, tie, distribution, low, value, high } }: Beyond,
  words: BeyondWords,
): string {
  const { min, max } = bounds!;
  if (tie?.less !== undefined) return words.lower(tie.less.map(({ path }) => path).join(', '));
  if (tie !== undefined && tie.ratios.length > 0) return words.narrow(tie.to);
  const whose = tie === undefined ? '' : tie.to;
  const ends = [low ?? value, value, high ?? value];
  const lies = (from: number, to: number) => ends.every((end) => end > from && end < to);
  if (min === 0 && max === 1 && distribution !== 'logit-normal' && lies(0, 1))
    return words.use('logit-normal', whose);
  if (min === 0 && below > 0 && distribution !== 'lognormal' && lies(0, max))
    return words.use('lognormal', whose);
  return `${words.use('triangular', whose)}${words.whichEnds}`;
}

/** What to say of a number of whose draws some lie beyond. @param shorten a file as messages show it */
export function describeBeyond(
  beyond: Beyond,
  shorten: (file: string) => string,
  words: BeyondWords = english,
): string {
  const ends = sidesOf(beyond).map(({ end }) => words.number(end));
  return words.countAs(
    beyond.path,
    sayShares(beyond, words),
    ends.join(words.or),
    sayPosition(beyond.place, shorten),
    propose(beyond, words),
  );
}

/** Problems of numbers of whose draws so many lie beyond that their distribution is another one than is written. */
export function refuseBeyond(found: readonly Beyond[]): Diagnostic[] {
  return found.flatMap((beyond) => {
    if (beyond.below + beyond.above <= REFUSED) return [];
    const message = `${beyond.path}: ${sayShares(beyond, english)}; expected at most ${sayPercent(REFUSED, english)} beyond; ${propose(beyond, english)}`;
    return [{ ...beyond.place, message }];
  });
}
