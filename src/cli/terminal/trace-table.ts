/** One person's life under each approach, side by side on the terminal. */

import {
  isBookkeeping,
  type LifeEvent,
  type Parting,
  partingsOf,
  type Traced,
} from '../../run/trace/trace.js';
import { drawTable, type ScreenColumn } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';
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

/** Lines of causes are set in. */
const INDENT = 4;

/**
 * The lines of one person's life under every approach, with what differed first.
 *
 * @param all whether to show tracks that only keep the books
 */
export function lifeLines(traced: Traced, all: boolean, page: Page, brush: Brush): string[] {
  const { life, approaches } = traced;
  const shown = life.events.map((events) =>
    events.filter(({ track }) => all || !isBookkeeping(track, traced)),
  );
  const months = [...new Set(shown.flat().map(({ month }) => month))].sort((a, b) => a - b);
  const columns: ScreenColumn[] = [
    { heading: 'month', align: 'right' },
    ...approaches.map((heading): ScreenColumn => ({ heading, align: 'left' })),
  ];
  const rows = months.map((month) => [
    month.toFixed(1),
    ...shown.map((events) =>
      events
        .filter((event) => event.month === month)
        .map(describe)
        .join('\n'),
    ),
  ]);
  return [
    ...wrap(describePerson(traced), page.text).map(brush.dim),
    ...drawTable({ columns, groups: [{ rows }] }, page.table, brush),
    ...approaches
      .slice(1)
      .flatMap((name, k) => [
        ...wrap(`${name} against ${approaches[0]!}`, page.text).map(brush.bold),
        ...describePartings(partingsOf(traced, k + 1, all), [approaches[0]!, name]).flatMap((line) =>
          wrap(line, page.text, INDENT),
        ),
      ]),
  ];
}
