/** The footing of a comparison: in what the scenarios must agree, and what is said where they differ. */

import type { Language } from '../../output/language.js';
import { footingOf, type NamedFooting, rankedBy, unlikeThings } from '../../output/package/footing.js';
import * as words from '../../output/words/en/footing.js';
import { wordsIn } from '../../output/words/words.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { Refusal } from '../refusal.js';
import type { Outcome } from '../write/outcome.js';

/** How the user can remove a difference that makes scenarios incomparable. */
const remedies: Readonly<Record<(typeof rankedBy)[number], string>> = {
  horizon: '--horizon YEARS',
  rate: '--set discount_rate=RATE',
  date: '--discount-to DATE, or no discount_to in any of them',
  selfSufficiency: '--set self_sufficiency.states=[...] and --set self_sufficiency.sustained_months=MONTHS',
};

/** @throws Refusal where scenarios differ so that ranking them would be meaningless */
export function refuseUnlike(scenarios: readonly LoadedScenario[]): void {
  const named = scenarios.map(
    (scenario): NamedFooting => ({ name: scenario.tree.name, footing: footingOf(scenario) }),
  );
  refuseUnlikeFootings(named, 'the scenarios are not on the same footing, so they cannot be ranked:');
}

/**
 * Refuses what differs in what would make differences meaningless.
 *
 * @param lead the line above the things in which they differ
 * @throws Refusal
 */
export function refuseUnlikeFootings(named: readonly NamedFooting[], lead: string): void {
  const refused = unlikeThings(named).flatMap((unlike) => {
    const thing = rankedBy.find((each) => each === unlike.thing);
    return thing === undefined
      ? []
      : [`  ${words.unlike(unlike)}; bring them together with ${remedies[thing]}`];
  });
  if (refused.length > 0) throw new Refusal([lead, ...refused].join('\n'));
}

/** The footing of a comparison in sentences: the dates and prices of amounts, and where else the scenarios differ. */
export function sayFooting(
  outcomes: readonly Pick<Outcome, 'municipality' | 'footing' | 'cohort'>[],
  language: Language,
): string[] {
  const { footing: words, screen } = wordsIn(language);
  const named = outcomes.map(({ municipality, footing }): NamedFooting => ({ name: municipality, footing }));
  const footings = outcomes.map(({ footing }) => footing);
  const cohorts = new Set(outcomes.map(({ cohort }) => cohort));
  return [
    words.sentence(words.discountedEach(footings)),
    words.sentence(screen.pricesAre(words.prices(footings))),
    ...unlikeThings(named).map((unlike) => words.sentence(screen.scenariosDiffer(words.unlike(unlike)))),
    ...(cohorts.size > 1 ? [screen.cohortsDiffer] : []),
  ];
}
