/** What uncertain numbers do together, in sentences of reports and of the terminal. */

import type { ValueWithError } from '../analysis/decision/jackknife.js';
import { drawsForAll } from '../analysis/sensitivity/influence.js';
import { POSTERIOR } from '../analysis/sensitivity/input-groups.js';
import { isShareTold } from '../analysis/sensitivity/inputs.js';
import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { errorOfAmounts } from './number.js';
import { OTHERS } from './sensitivity-groups.js';
import type { Words } from './words/words.js';

export { isShareTold };

/** How names and numbers are written. */
export interface GroupSpeaker {
  readonly words: Pick<Words, 'inputGroups' | 'list' | 'percent'>;
  /** The approach, between quotation marks. */
  readonly approach: string;
  /** Its own outcome is analysed, and not its difference with the reference. */
  readonly isOwn?: boolean;
  /** Draws with which shares are told, as `--draws` takes them; undefined: there are as many. */
  readonly enoughDraws?: string | undefined;
  readonly nameOf: (path: string) => string;
  readonly answerName: (path: string, answer: string) => string;
  readonly sayNumber: (value: number) => string;
}

/** So many draws, where there are fewer. @param inputs uncertain numbers of the difference */
export function enoughDraws(draws: number, inputs: number): string | undefined {
  const enough = drawsForAll(inputs, DRAWS_PER_BLOCK);
  return draws < enough ? String(enough) : undefined;
}

/** Numbers that are named in a sentence. */
const NAMED = 3;

/** A share within what a share can be, which its error may bring it out of; NaN stays. */
export const withinWhole = (share: number): number => Math.min(1, Math.max(0, share));

const percentage = (share: number) => Math.round(100 * withinWhole(share));

const percentOf = ({ words, sayNumber }: GroupSpeaker, share: number) =>
  words.percent(sayNumber(percentage(share)));

/** The name of a group: calibrated numbers, all others, a group of the scenario, or one number. */
export function nameOfGroup({ words, nameOf }: Pick<GroupSpeaker, 'words' | 'nameOf'>, name: string): string {
  const { inputGroups } = words;
  if (name === POSTERIOR) return inputGroups.posterior;
  if (name === OTHERS) return inputGroups.others;
  return nameOf(name);
}

/** A group of the scenario, with what its numbers carry; NaN: not told. */
export interface SaidGroup {
  readonly name: string;
  /** Those of its numbers that are uncertain and used. */
  readonly paths: readonly string[];
  readonly share: number;
  readonly evppi: ValueWithError;
}

/**
 * What the numbers of each group of the scenario carry together, a sentence each, and of which the draws are too few to tell.
 *
 * @param sayAmount what it would be worth to know them, with its unit, or the error of that; and by which error it is rounded
 */
export function sayNamedGroups(
  speaker: GroupSpeaker,
  groups: readonly SaidGroup[],
  unit: string,
  sayAmount: (value: number, error: number) => string,
): string[] {
  const { together, groupWorth, untold } = speaker.words.inputGroups;
  const used = groups.filter(({ paths }) => paths.length > 0);
  const said = used.flatMap(({ name, share, evppi: { value, error } }) => {
    if (Number.isNaN(share)) return [];
    const step = unit === 'euros' ? errorOfAmounts([{ value, error }]) : error;
    const worth = Number.isNaN(value) ? '' : groupWorth(sayAmount(value, step), sayAmount(error, step));
    return [together(speaker.nameOf(name), percentOf(speaker, share), worth)];
  });
  const unsaid = used.filter(({ share }) => Number.isNaN(share)).map(({ name }) => speaker.nameOf(name));
  return [...said, ...(unsaid.length === 0 ? [] : [untold(speaker.words.list(unsaid), speaker.enoughDraws)])];
}

/** The three numbers that carry most, in a sentence, and those of them of which the draws do not tell how much; or that no share can be told. */
export function sayFirst(
  speaker: GroupSpeaker,
  inputs: readonly {
    readonly path: string;
    readonly share: number;
    readonly shareLow: number;
    readonly shareHigh: number;
  }[],
): string[] {
  const { first, carries, anyShare, noShare, whose } = speaker.words.inputGroups;
  if (inputs.length > 0 && inputs.every(({ share }) => Number.isNaN(share)))
    return [noShare(speaker.enoughDraws)];
  const most = inputs.filter(({ share }) => share > 0).slice(0, NAMED);
  const said = most
    .filter(isShareTold)
    .map(({ path, share }) => carries(speaker.nameOf(path), percentOf(speaker, share)));
  const unsaid = most.filter((own) => !isShareTold(own)).map(({ path }) => speaker.nameOf(path));
  const of = speaker.isOwn ? whose.own : whose.difference;
  return [
    ...(said.length === 0 ? [] : [first(of(speaker.approach), speaker.words.list(said))]),
    ...(unsaid.length === 0 ? [] : [anyShare(speaker.words.list(unsaid))]),
  ];
}

/** Sobol indices of a group, with the interval of the total. */
interface SaidIndices {
  readonly name: string;
  readonly first: number;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

/** Width of the interval of a total from which on it tells nothing. */
const TOO_WIDE = 0.5;

/**
 * Whether indices are known well enough to be said or shown: as printed, a total is never below the part that the group makes alone. The
 * bootstrap samples of a few points are all alike, so that the index itself lies outside their interval.
 */
export const areTold = ({ first, total, totalLow, totalHigh }: Omit<SaidIndices, 'name'>): boolean =>
  percentage(total) >= percentage(first) &&
  totalHigh - totalLow <= TOO_WIDE &&
  total >= totalLow &&
  total <= totalHigh;

/** The three groups that take part in most, in a sentence, and those of them of which the points are too few to tell; none without indices. */
export function sayStrongest(speaker: GroupSpeaker, groups: readonly SaidIndices[]): string[] {
  const { strongest, index, tooFewPoints } = speaker.words.inputGroups;
  const most = groups
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, NAMED);
  const nameOf = ({ name }: SaidIndices) => nameOfGroup(speaker, name);
  const said = most
    .filter(areTold)
    .map((own) => index(nameOf(own), percentOf(speaker, own.first), percentOf(speaker, own.total)));
  const unsaid = most.filter((own) => !areTold(own)).map(nameOf);
  return [
    ...(said.length === 0 ? [] : [strongest(said.join('; '))]),
    ...(unsaid.length === 0 ? [] : [tooFewPoints(speaker.words.list(unsaid))]),
  ];
}

/** A limit of a box; NaN or infinite: none on that side. */
interface SaidLimit {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly answers?: readonly string[] | undefined;
}

/** A box as it is told. */
export interface SaidBox {
  readonly outcome: 'worse' | 'better';
  readonly share: number;
  readonly coverage: number;
  readonly density: number;
  /** None: there is no box. */
  readonly limits: readonly SaidLimit[];
}

function sayLimit({ words, nameOf, answerName, sayNumber }: GroupSpeaker, limit: SaidLimit): string {
  const { below, above, between, answered } = words.inputGroups;
  const { path, low, high, answers } = limit;
  const name = nameOf(path);
  if (answers !== undefined)
    return answered(name, words.list(answers.map((answer) => answerName(path, answer))));
  if (!Number.isFinite(low)) return below(name, sayNumber(high));
  return Number.isFinite(high) ? between(name, sayNumber(low), sayNumber(high)) : above(name, sayNumber(low));
}

/** In how many draws an approach does the rarer of worse and better, and under which conditions. */
export function sayBox(
  speaker: GroupSpeaker,
  { outcome, share, coverage, density, limits }: SaidBox,
): string[] {
  const { words, approach } = speaker;
  const { worse, better, worseIf, betterIf, noBox } = words.inputGroups;
  const isWorse = outcome === 'worse';
  const rare = words.percent(speaker.sayNumber(Number((100 * share).toPrecision(2))));
  const begin = (isWorse ? worse : better)(approach, rare);
  if (share === 0) return [begin];
  if (limits.length === 0) return [`${begin} ${noBox}`];
  const said = words.list(limits.map((limit) => sayLimit(speaker, limit)));
  const [dense, covered] = [percentOf(speaker, density), percentOf(speaker, coverage)];
  return [`${begin} ${(isWorse ? worseIf : betterIf)(said, dense, covered)}`];
}
