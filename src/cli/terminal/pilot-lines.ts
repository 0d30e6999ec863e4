/** What pilots would tell and be worth, on the terminal and as JSON. */

import { countOf, formatAs, formatValue } from '../../output/number.js';
import { sayFewDraws } from '../../output/say-few-draws.js';
import type { PilotOutcomes, ShownPilots } from '../../run/pilot/pilot.js';
import { approachLabel } from '../../run/scenarios/number-names.js';
import { asWritten } from '../../run/write/read-back.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

const percent = (share: number) => formatValue(100 * share, 1);

const euros = (value: number, error: number) => `${formatAs('euros', value, error)} euros`;

type Answer = ShownPilots['answer'];

/** Which pilots would tell, in a sentence. */
function sayTelling({ tooFew, telling, most }: Answer): string {
  if (telling === undefined)
    return `No pilot of up to ${most.toLocaleString('en-GB')} can tell: none has a power of 80 %.`;
  const small = tooFew === undefined ? '' : `A pilot of ${tooFew.toLocaleString('en-GB')} cannot tell; `;
  const { persons, months, power } = telling;
  return `${small}${small === '' ? 'A pilot of ' : ''}${persons.toLocaleString('en-GB')} followed for ${months} months would (power ${percent(power)} %).`;
}

/** Whether one is worth its costs, in a sentence. */
function sayWorth({ best, worth, most }: Answer): string {
  if (worth === 'unknown')
    return 'What a pilot is worth cannot be estimated; more draws or replications may help.';
  if (worth === 'no') return `No pilot of up to ${most.toLocaleString('en-GB')} is worth running.`;
  if (best === undefined || worth === 'open')
    return 'Whether any is worth running cannot be told: the draws leave it open.';
  const { persons, months } = best;
  const { value, error } = best.netBenefit;
  return `The best of them, ${persons.toLocaleString('en-GB')} followed for ${months} months, is worth ${euros(value, error)} after its costs (standard error ${euros(error, error)}).`;
}

const largest = (errors: readonly number[]) => Math.max(0, ...errors.filter(Number.isFinite));

function cellsOf(
  { unit }: PilotOutcomes,
  pilot: ShownPilots['pilots'][number],
  errors: { readonly evsi: number; readonly netBenefit: number },
): string[] {
  const { persons, months, until, power, assurance, width, evsi, netBenefit } = pilot;
  return [
    persons.toLocaleString('en-GB'),
    String(months),
    formatValue(until, 1),
    percent(power),
    percent(assurance),
    formatAs(unit, width, width / 50),
    formatAs('euros', evsi.value, errors.evsi),
    formatAs('euros', netBenefit.value, errors.netBenefit),
  ];
}

/** The lines of an approach. */
function approachLines(
  outcome: PilotOutcomes,
  { approach, pilots, answer }: ShownPilots,
  page: Page,
  brush: Brush,
) {
  const { municipality, label, named, reference, unit, draws } = outcome;
  const labelOf = (name: string) => approachLabel(named, name, 'en');
  // What stands below each other has one step: an error of 0 would show every digit.
  const errors = {
    evsi: largest(pilots.map(({ evsi }) => evsi.error)),
    netBenefit: largest(pilots.map(({ netBenefit }) => netBenefit.error)),
  };
  const right = (heading: string) => ({ heading, align: 'right' }) as const;
  const columns = [
    right('persons'),
    right('months'),
    right('choice\nin'),
    right('power'),
    right('assurance'),
    right('width'),
    right('evsi'),
    right('net benefit'),
  ];
  return [
    '',
    ...wrap(
      `${municipality}: a pilot of “${labelOf(approach)}” against “${labelOf(reference)}”`,
      page.text,
    ).map(brush.bold),
    ...drawTable(
      { columns, groups: [{ rows: pilots.map((own) => cellsOf(outcome, own, errors)) }] },
      page.table,
      brush,
    ),
    ...wrap(
      `Measured: ${label}. Persons with and without the approach, half each; choice in: months until all are measured; power for the expected difference, assurance over what it may be, %; width of the 95 % interval, ${unit === 'share' ? 'percentage points' : unit}; evsi: what a pilot is worth for a person whom the choice concerns, net benefit: for all of them, less its costs, euros (${countOf(draws, 'draw')}).`,
      page.text,
    ).map(brush.dim),
    '',
    ...wrap(`${sayTelling(answer)} ${sayWorth(answer)}`, page.text).map(brush.bold),
    ...sayFewDraws(draws, 'en').flatMap((said) => wrap(said, page.text)),
  ];
}

/** The lines of a search. */
export function pilotLines(outcome: PilotOutcomes, page: Page, brush: Brush): string[] {
  return [
    ...outcome.approaches.flatMap((shown) => approachLines(outcome, shown, page, brush)),
    ...wrap(`written to ${outcome.folder}`, page.text, 2),
    '',
  ];
}

/** A machine-readable summary. */
export function summarisePilot({ approaches, label: _, named: __, ...rest }: PilotOutcomes) {
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
              net_benefit: asWritten(own.netBenefit.value),
              net_benefit_error: asWritten(own.netBenefit.error),
            };
      return { approach, worth_running: worth, smallest_that_tells: of(telling), best: of(best) };
    }),
  };
}
