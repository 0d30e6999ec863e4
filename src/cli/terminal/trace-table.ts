/** One person's life under each approach, side by side on the terminal. */

import { formatNumber } from '../../output/number.js';
import {
  activityNames,
  approachLabel,
  attributeInWords,
  valueInWords,
  wordsOf,
} from '../../run/scenarios/number-names.js';
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
import { describeDifference, type LifeSpeech, sayMonth, sayState, sayTrack } from './trace-difference.js';

const describe = (speech: LifeSpeech, { track, to }: LifeEvent) =>
  `${sayTrack(speech, track)}: ${sayState(speech, to)}`;

/** Where lives part and why; what has been said of one place is not said of the next. */
function describePartings(
  speech: LifeSpeech,
  partings: readonly Parting[],
  approaches: readonly [reference: string, other: string],
): string[] {
  const said = new Set<string>();
  return partings.flatMap(({ where, difference }) => {
    const { where: titles, nothing, differs } = speech.words.screen.commands.trace;
    const title = titles[where];
    if (difference === undefined) return [nothing(title)];
    const [line, ...reasons] = describeDifference(speech, difference, approaches);
    if (said.has(line!)) return [];
    said.add(line!);
    return [differs(title, line!), ...reasons];
  });
}

function describePerson(speech: LifeSpeech, { person, named }: Traced): string {
  const { names, screen } = speech.words;
  const { trace } = screen.commands;
  const terms: Readonly<Record<string, string>> = names.terms;
  // Results are not reported by all attributes; the others have no words of their own.
  const nameOf = (name: string) => terms[name] ?? attributeInWords(named, name, speech.language);
  const sayValue = (name: string, value: string) =>
    value === 'yes' || value === 'no'
      ? trace.answers[value]
      : valueInWords(named, name, value, speech.language);
  return [
    ...person.attributes.map(({ name, value }) => trace.attribute(nameOf(name), sayValue(name, value))),
    trace.age(String(Math.floor(person.ageYears))),
    trace.capacity(formatNumber(person.capacityHours, 0, speech.language)),
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
  const { life, named } = traced;
  const { language } = page;
  const words = wordsOf(named, language);
  const { screen, quoted } = words;
  const ofApproaches = traced.approaches.map((name) => activityNames(named, name, language));
  const speeches = ofApproaches.map((activities): LifeSpeech => ({ language, words, activities }));
  const speech = speeches[0]!;
  /** For sentences about an approach and the reference. */
  const inSentences = (k: number): LifeSpeech => {
    const both = Object.entries({ ...ofApproaches[0], ...ofApproaches[k] });
    const activities = Object.fromEntries(both.map(([name, text]) => [name, quoted(text)]));
    return { language, words, activities };
  };
  const approaches = traced.approaches.map((name) => approachLabel(named, name, language));
  const shown = life.events.map((events) =>
    events.filter(({ track }) => all || !isBookkeeping(track, traced)),
  );
  const months = [...new Set(shown.flat().map(({ month }) => month))].sort((a, b) => a - b);
  const columns: ScreenColumn[] = [
    { heading: screen.commands.trace.month, align: 'right' },
    ...approaches.map((heading): ScreenColumn => ({ heading, align: 'left' })),
  ];
  const rows = months.map((month) => [
    sayMonth(speech, month),
    ...shown.map((events, k) =>
      events
        .filter((event) => event.month === month)
        .map((event) => describe(speeches[k]!, event))
        .join('\n'),
    ),
  ]);
  return [
    ...wrap(describePerson(speech, traced), page.text).map(brush.dim),
    ...drawTable({ columns, groups: [{ rows }] }, page.table, brush),
    ...approaches
      .slice(1)
      .flatMap((name, k) => [
        ...wrap(screen.against(quoted(name), quoted(approaches[0]!)), page.text).map(brush.bold),
        ...describePartings(inSentences(k + 1), partingsOf(traced, k + 1, all), [
          quoted(approaches[0]!),
          quoted(name),
        ]).flatMap((line) => wrap(line, page.text, INDENT)),
      ]),
  ];
}
