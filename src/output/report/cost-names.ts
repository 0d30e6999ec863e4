/** What readers call the numbers of what an activity costs: by what they pay for, else by who pays them. */

import type { Language } from '../language.js';
import { labelOfCost } from '../package/labels.js';
import type { Manifest } from '../package/run-folder.js';
import type { Words } from '../words/words.js';
import { nameIn } from '../words/words.js';

/** A number of what an activity costs. */
const COST = /^(approaches\.[^.]+\.activities\.[^.]+)\.costs\.(\d+)\.([^.]+)/;

type Told = Pick<Manifest, 'labels' | 'cost_items'>;

/** What is said of a cost, with ever more of it: the first way that tells it from the others is taken. */
function waysToTell(
  { words, language }: { readonly words: Words; readonly language: Language },
  told: Told,
  path: string,
): string[] {
  const { paidBy, payers, paidFrom, paidUntil, costOf } = words.partNumberWords;
  const { payer = '', from, until } = told.cost_items?.[path] ?? {};
  const { sayDate } = words.footing;
  const paid = paidBy(payers[payer] ?? nameIn(words.names.payers, payer));
  const when = `${from === undefined ? '' : paidFrom(sayDate(from))}${until === undefined ? '' : paidUntil(sayDate(until))}`;
  const label = labelOfCost(told, language, path.replace(/\.[^.]+$/, ''));
  if (label === undefined) return [paid, paid, paid + when];
  return [label, costOf(label, paid), costOf(label, paid + when)];
}

/**
 * The name of a cost of an activity: with what it pays for, as far as the scenario says so; else with who pays it, where the activity
 * costs other things too, and when, where one payer pays several; where that is all the same, with its number.
 *
 * @param told what the scenario says of its costs; results of before that was kept say nothing
 * @param path of the number, or of one below it
 * @param what the number is: costs a month of taking part, say
 */
export function costName(
  speech: { readonly words: Words; readonly language: Language },
  told: Told,
  path: string,
  what: string,
): string {
  const [own = '', activity = '', item = '', basis = ''] = COST.exec(path) ?? [];
  const { costItem, costOf } = speech.words.partNumberWords;
  const numbered = costItem(what, String(Number(item) + 1));
  const items = Object.keys(told.cost_items ?? {}).filter((each) => each.startsWith(`${activity}.costs.`));
  if (!items.includes(own)) return numbered;
  const ways = waysToTell(speech, told, own);
  const others = items
    .filter((each) => each !== own && each.endsWith(`.${basis}`))
    .map((each) => waysToTell(speech, told, each));
  if (items.length === 1 && labelOfCost(told, speech.language, own.replace(/\.[^.]+$/, '')) === undefined)
    return what;
  const way = ways.find((each, i) => others.every((other) => other[i] !== each));
  return way === undefined ? numbered : costOf(what, way);
}
