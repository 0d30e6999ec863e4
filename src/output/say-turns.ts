/** In words, where the answer turns in single numbers. */

import type { GroupSpeaker } from './say-groups.js';
import type { GivenAnswer } from './sensitivity.js';
import type { NamedTurning } from './sensitivity-thresholds.js';

/** Between this part of the regressions and all but this part it is left open whether a number turns the answer. */
const OPEN = 0.025;

/** What is said of a number; ends beyond its range are not finite. */
export type SaidTurning = Omit<NamedTurning, 'direction'> & { readonly direction?: string | undefined };

/** A number looked at by itself, all else at central values, and under the answer under which alone it is used. */
export interface LookedAtAlone {
  readonly path: string;
  readonly outcomeAtLow: number;
  readonly outcomeAtHigh: number;
  readonly given: GivenAnswer | undefined;
}

/** Of numbers in which the answer never turns on average: in which it does where all else is at central values, or under one answer. */
function sayAlone(speaker: GroupSpeaker, alone: readonly LookedAtAlone[]): string[] {
  const { nameOf, answerName, words } = speaker;
  const { atCentral, underAnswer } = words.inputGroups.turns;
  const turning = alone.filter(({ outcomeAtLow, outcomeAtHigh }) => outcomeAtLow * outcomeAtHigh < 0);
  const central = turning.filter(({ given }) => given === undefined);
  const under = turning.flatMap(({ path, given }) =>
    given === undefined
      ? []
      : [underAnswer(nameOf(path), answerName(given.question, given.answer), nameOf(given.question))],
  );
  return [
    ...(central.length === 0 ? [] : [atCentral(words.list(central.map(({ path }) => nameOf(path))))]),
    ...under,
  ];
}

/**
 * From what values on the answer turns, a sentence for all numbers; none where no number is told.
 *
 * @param alone numbers looked at by themselves
 */
export function sayTurns(
  speaker: GroupSpeaker,
  turnings: readonly SaidTurning[],
  alone: readonly LookedAtAlone[],
): string[] {
  const { turns } = speaker.words.inputGroups;
  const { nameOf, sayNumber, words } = speaker;
  if (turnings.length === 0) return [];
  const end = (value: number, beyond: string) => (Number.isFinite(value) ? sayNumber(value) : beyond);
  const isTold = ({ value, turns: part }: SaidTurning) => value !== undefined && part >= 1 - OPEN;
  const said = turnings.flatMap((own) => {
    const { path, value, direction, low, high } = own;
    return value === undefined || !isTold(own)
      ? []
      : [
          (direction === 'up' ? turns.up : turns.down)(
            nameOf(path),
            sayNumber(value),
            end(low, turns.belowRange),
            end(high, turns.aboveRange),
          ),
        ];
  });
  const without = turnings.filter((own) => !isTold(own));
  const namesOf = (some: readonly SaidTurning[]) => words.list(some.map(({ path }) => nameOf(path)));
  const open = without.filter((own) => own.turns > OPEN);
  const never = without.filter((own) => own.turns <= OPEN);
  return [
    ...(said.length === 0 ? [] : [turns.at(speaker.approach, said.join('; '))]),
    ...(open.length === 0 ? [] : [turns.open(namesOf(open))]),
    ...(never.length === 0 ? [] : [turns.never(speaker.approach, namesOf(never))]),
    ...sayAlone(
      speaker,
      alone.filter(({ path }) => never.some((own) => own.path === path)),
    ),
  ];
}
