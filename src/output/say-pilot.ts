/** Which pilots would tell, and whether one is worth running: the sentences of reports and of the terminal. */

import {
  answerOf,
  areAllAlike,
  areFollowedForNothing,
  type JudgedPilot,
} from '../analysis/decision/pilot-answer.js';
import type { Language } from './language.js';
import { errorOfAmounts, formatAs, formatNumber, formatValue } from './number.js';
import { wordsIn } from './words/words.js';

/** A pilot as it is told. */
type SaidPilot = JudgedPilot & Parameters<typeof areAllAlike>[0][number];

/**
 * The answer about the pilots of an approach.
 *
 * @param name the approach, between quotation marks
 * @param reference what it is compared with, in the same way
 * @param draws parameter draws that the pilots were told from
 */
export function sayPilots(
  name: string,
  reference: string,
  pilots: readonly SaidPilot[],
  draws: number,
  language: Language,
): string[] {
  const { percent, euros, pilot } = wordsIn(language);
  if (areAllAlike(pilots)) return [pilot.same(name, reference)];
  const { tooFew, telling, best, worth, most } = answerOf(pilots, draws);
  const count = (persons: number) => formatNumber(persons, 0, language);
  const share = (of: number) => percent(formatValue(100 * of, 1, false, language));
  const highest = Math.max(...pilots.map(({ power }) => power).filter(Number.isFinite));
  const tells =
    telling === undefined
      ? [pilot.tellsNone(name, count(most), share(highest))]
      : [
          pilot.tells(name, count(telling.persons), String(telling.months), share(telling.power)),
          ...(tooFew === undefined ? [] : [pilot.tooFew(count(tooFew))]),
        ];
  const sayWorth = () => {
    if (worth === 'unknown') return pilot.worthUnknown;
    if (worth === 'no') return pilot.worthNone(count(most));
    if (best === undefined || worth === 'open') return pilot.worthOpen;
    const { persons, months, netBenefit } = best;
    const step = errorOfAmounts([netBenefit]);
    const say = (of: number) => euros(formatAs('euros', of, step, false, language));
    return pilot.worth(count(persons), String(months), say(netBenefit.value), say(netBenefit.error));
  };
  const priced = worth === 'unknown' || !areFollowedForNothing(pilots) ? [] : [pilot.pricedAtNothing];
  return [...tells, sayWorth(), ...priced];
}
