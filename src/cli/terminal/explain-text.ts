/** What `doorstroom explain` tells of a number, or of a few. */

import { sayDecimal } from '../../output/number.js';
import { noteIn, sourceIn } from '../../output/reasons.js';
import {
  type AnnotatedQuantity,
  alternativesOf,
  countedLabel,
  type ExplainedRow,
  rangeText,
  sameAsOf,
  shareWithinRange,
  writtenValue,
} from '../../run/explain/rows.js';
import type { Named } from '../../run/scenarios/number-names.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { inFourDigits, sayLabel, sayUnit, shown, type Told, toldOf } from './explain-cells.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** What is drawn over the range, in words. */
function distributionText(quantity: AnnotatedQuantity, told: Told): string {
  const { distribution, low } = quantity;
  const { names, screen } = told.words;
  const { explain } = screen.commands;
  switch (distribution) {
    case undefined:
      return low === undefined
        ? explain.fixed(explain.labels.none)
        : explain.rangeAlone(names.distributions.triangular);
    case 'fixed':
      return explain.fixed(names.distributions.fixed);
    case 'normal':
    case 'lognormal':
    case 'logit-normal': {
      const share = sayDecimal(inFourDigits(100 * shareWithinRange(quantity)), told.language);
      return explain.within(names.distributions[distribution], explain.percent(share));
    }
    default:
      return names.distributions[distribution];
  }
}

function pointsText(points: readonly number[], { language, words }: Told): string {
  const { percent } = words.screen.commands.explain;
  const of = [2.5, 50, 97.5].map((point) => percent(sayDecimal(point, language)));
  const said = points.map((value, i) => `${sayDecimal(inFourDigits(value), language)} (${of[i]})`);
  return said.join(language === 'nl' ? '; ' : ', ');
}

/** Lines `name  text` of what a number says of itself. */
function facts(
  { path, value, quantity: own, points: pointsOf, posterior }: ExplainedRow,
  told: Told,
): [string, string][] {
  const { language, words } = told;
  const { explain } = words.screen.commands;
  const named = explain.facts;
  if (own === undefined) return [[named.value, writtenValue(value, explain)]];
  const quantity = shown(own);
  const { unit, source, label, note } = quantity;
  const points = pointsOf?.();
  const isTied = quantity.tie !== undefined && quantity.tie.ratios.length > 0;
  const said: [string, string | undefined][] = [
    [named.value, `${sayDecimal(quantity.value, language)} ${sayUnit(unit, told)}`.trimEnd()],
    [named.sameAs, sameAsOf(quantity)],
    ...alternativesOf(quantity, language).map((each): [string, string] => [named.hangsOn, each]),
    [named.range, rangeText(quantity, language) || undefined],
    [named.distribution, countedLabel(quantity) === 'same' ? undefined : distributionText(quantity, told)],
    [named.posterior, posterior && (isTied ? explain.jointlyTied : explain.jointly)],
    [named.drawn, points === undefined || points[0] === points[2] ? undefined : pointsText(points, told)],
    [named.label, sayLabel(label ?? 'none', told)],
    [named.source, source && sourceIn(source, language)],
    [named.note, note && (noteIn({ path, note }, told.named, language) ?? note)],
  ];
  return said.flatMap(([name, text]): [string, string][] => (text === undefined ? [] : [[name, text]]));
}

/** Columns of the names of facts, with the spaces about them. */
const NAME = 14;
const BEFORE = 2;

/** Lines of facts: names at the left, and what is said of each beside them. */
function factLines(named: readonly (readonly [string, string])[], page: Page, brush: Brush): string[] {
  return named.flatMap(([name, text]) =>
    wrap(escapeControls(text), page.text - BEFORE - NAME).map(
      (line, i) => `${' '.repeat(BEFORE)}${brush.dim((i === 0 ? name : '').padEnd(NAME))}${line}`,
    ),
  );
}

/** The lines of all there is to know about each of the nodes. */
export function detailLines(rows: readonly ExplainedRow[], named: Named, page: Page, brush: Brush): string[] {
  const told = toldOf(named, page);
  const { explain } = told.words.screen.commands;
  return rows.flatMap((row, at) => {
    const last = row.chain.length - 1;
    const chain = row.chain.map(({ value }, i): [string, string] => [
      i === 0 ? explain.facts.setIn : '',
      `${row.places[i]!}  ${writtenValue(value, explain)}${i === last ? `  ${explain.holds}` : ''}`,
    ]);
    return [
      ...(at === 0 ? [] : ['']),
      ...wrap(escapeControls(row.path), page.text).map(brush.bold),
      ...factLines([...facts(row, told), ...chain], page, brush),
    ];
  });
}
