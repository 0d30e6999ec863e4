/** One person's life under each approach, side by side on the terminal. */

import {
  isBookkeeping,
  type LifeEvent,
  type Parting,
  partingsOf,
  type Traced,
} from '../../run/trace/trace.js';
import { colours } from './colours.js';
import { describeDifference } from './trace-difference.js';

const describe = ({ track, to }: LifeEvent) => `${track}: ${to.replaceAll('_', ' ')}`;

const titles = {
  any: 'differs first',
  shared: 'on a track of both',
  income: 'in income',
} as const satisfies Record<Parting['where'], string>;

/** Where lives part and why; what has been said of one place is not said of the next. */
function describePartings(
  partings: readonly Parting[],
  approaches: readonly [reference: string, other: string],
): string[] {
  const said = new Set<string>();
  return partings.flatMap(({ where, difference }) => {
    const title = titles[where];
    if (difference === undefined) return [`${title}: nothing`];
    const [line, ...reasons] = describeDifference(difference, approaches);
    if (said.has(line!)) return [];
    said.add(line!);
    return [`${title}: ${line}`, ...reasons];
  });
}

function describePerson({ person }: Traced): string {
  const words = (name: string) => name.replaceAll('_', ' ');
  return [
    ...person.attributes.map(({ name, value }) => `${words(name)} ${words(value)}`),
    `${Math.floor(person.ageYears)} years at the permit`,
    `capacity ${person.capacityHours.toFixed(0)} hours a week`,
  ].join(', ');
}

/**
 * Prints one person's life under every approach, with what differed first.
 *
 * @param all whether to show tracks that only keep the books
 */
export async function printLife(traced: Traced, all: boolean): Promise<void> {
  const { life, approaches } = traced;
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const shown = life.events.map((events) =>
    events.filter(({ track }) => all || !isBookkeeping(track, traced)),
  );
  const months = [...new Set(shown.flat().map(({ month }) => month))].sort((a, b) => a - b);
  const table = new CliTable({
    head: ['month', ...approaches],
    style: { head: [], border: [], compact: true },
    colAligns: ['right', ...approaches.map(() => 'left' as const)],
  });
  for (const month of months) {
    const cells = shown.map((events) =>
      events
        .filter((event) => event.month === month)
        .map(describe)
        .join('\n'),
    );
    table.push([month.toFixed(1), ...cells]);
  }
  process.stdout.write(`${paint.dim(describePerson(traced))}\n${table.toString()}\n`);
  approaches.slice(1).forEach((name, k) => {
    const lines = describePartings(partingsOf(traced, k + 1, all), [approaches[0]!, name]);
    process.stdout.write(`${paint.bold(`${name} against ${approaches[0]!}`)}\n${lines.join('\n')}\n`);
  });
}
