/** What pilots would tell and be worth, on the terminal and as JSON. */

import type { Language } from '../../output/language.js';
import { errorOfAmounts, formatAs, formatNumber, formatValue } from '../../output/number.js';
import { sayFewDraws } from '../../output/say-few-draws.js';
import { sayPilots } from '../../output/say-pilot.js';
import { wordsIn } from '../../output/words/words.js';
import type { PilotOutcomes, ShownPilots } from '../../run/pilot/pilot.js';
import { approachLabel } from '../../run/scenarios/number-names.js';
import { asWritten } from '../../run/write/read-back.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** By how much each column of euros is rounded. */
interface Steps {
  readonly evsi: number;
  readonly netBenefit: number;
}

function cellsOf(
  { unit }: PilotOutcomes,
  { persons, months, until, power, assurance, width, evsi, netBenefit }: ShownPilots['pilots'][number],
  steps: Steps,
  language: Language,
): string[] {
  const percent = (share: number) => formatValue(100 * share, 1, false, language);
  return [
    formatNumber(persons, 0, language),
    String(months),
    formatValue(until, 1, false, language),
    percent(power),
    percent(assurance),
    formatAs(unit, width, width / 50, false, language),
    formatAs('euros', evsi.value, steps.evsi, false, language),
    formatAs('euros', netBenefit.value, steps.netBenefit, false, language),
  ];
}

/** The lines of an approach. */
function approachLines(outcome: PilotOutcomes, { approach, pilots }: ShownPilots, page: Page, brush: Brush) {
  const { municipality, sayOutcome, named, reference, unit, draws } = outcome;
  const { language } = page;
  const { quoted, screen, pilot } = wordsIn(language);
  const [own, other] = [approach, reference].map((name) => approachLabel(named, name, language));
  // What stands below each other has one step.
  const steps = {
    evsi: errorOfAmounts(pilots.map(({ evsi }) => evsi)),
    netBenefit: errorOfAmounts(pilots.map(({ netBenefit }) => netBenefit)),
  };
  const columns = pilot.screen.columns.map((heading) => ({ heading, align: 'right' }) as const);
  return [
    '',
    ...wrap(pilot.screen.title(municipality, own!, other!), page.text).map(brush.bold),
    ...drawTable(
      { columns, groups: [{ rows: pilots.map((each) => cellsOf(outcome, each, steps, language)) }] },
      page.table,
      brush,
    ),
    ...wrap(
      pilot.screen.note(sayOutcome(language), screen.inUnit[unit], formatNumber(draws, 0, language)),
      page.text,
    ).map(brush.dim),
    '',
    ...wrap(sayPilots(quoted(own!), quoted(other!), pilots, draws, language).join(' '), page.text).map(
      brush.bold,
    ),
    ...sayFewDraws(draws, language).flatMap((said) => wrap(said, page.text)),
  ];
}

/** The lines of a search. */
export function pilotLines(outcome: PilotOutcomes, page: Page, brush: Brush): string[] {
  return [
    ...outcome.approaches.flatMap((shown) => approachLines(outcome, shown, page, brush)),
    ...wrap(wordsIn(page.language).screen.written(outcome.folder), page.text, 2),
    '',
  ];
}

/** A machine-readable summary. */
export function summarisePilot({ approaches, sayOutcome: _, named: __, ...rest }: PilotOutcomes) {
  return {
    ...rest,
    approaches: approaches.map(({ approach, answer: { best, telling, worth } }) => {
      const of = (own: typeof best) =>
        own === undefined
          ? null
          : {
              persons: own.persons,
              months: own.months,
              power: asWritten(own.power),
              evsi: asWritten(own.evsi.value),
              cost_following: asWritten(own.following),
              net_benefit: asWritten(own.netBenefit.value),
              net_benefit_error: asWritten(own.netBenefit.error),
            };
      return { approach, worth_running: worth, smallest_that_tells: of(telling), best: of(best) };
    }),
  };
}
