/**
 * A scenario for `doorstroom sensitivity` and `doorstroom threshold` whose answer is known: the approach differs from the reference only by
 * an activity that does nothing and costs a price for each participant, so that the difference is minus the price times their share.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { inputsOf } from '../../src/domain/parameters/inputs.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

/** An activity of an approach that does nothing, at a price. @param price a quantity without its unit and label */
export const idleAt = (price: string): string => `
    activities:
      idle:
        label: Nothing at a price
        phase: 3
        start: { when: { housing: housed } }
        weeks: 4
        hours_per_week: 0
        acts_on: []
        mandatory: false
        dropout: 0
        costs: [{ payer: municipality, per_participant: { ${price}, unit: euros a participant, label: assumption } }]`;

export const PRICE = 'approaches.parallel.activities.idle.costs.0.per_participant';
export const folder = folderWith({
  'open.yaml': `name: Price
extends: national
cohort: { size: 20 }
groups: { both: { label: { nl: Prijs en wachttijd, en: Price and wait }, numbers: [${PRICE}, approaches.sequential.course.mean_wait] } }
approaches:
  parallel:
    label: The same at a price
    course: { opens: { housing: housed }, mean_wait: { same_as: approaches.sequential.course.mean_wait } }
    search: { opens: { inburgering: [passed, exempt, overdue] } }${idleAt('value: 200, low: 100, high: 300, distribution: uniform')}
`,
});
export const scenario = join(folder, 'price.yaml');
const UNCERTAIN = [PRICE, 'approaches.sequential.course.mean_wait', 'effects.work_men'];

/**
 * Writes a scenario that extends an open one of its folder and fixes all but some uncertain numbers, so that few points are simulated.
 *
 * @param file what is written; @param uncertain paths of those that stay so
 */
export function fixOthers(file: string, base: string, name: string, uncertain: readonly string[]): void {
  const loaded = loadScenario(join(dirname(file), base), packageLibrary(), ['posterior=none']);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const tree: Record<string, unknown> = { name, extends: base, posterior: 'none' };
  for (const { path, central } of inputsOf(loaded.scenario.tree)) {
    const names = path.split('.');
    // A list is set as a whole.
    if (uncertain.includes(path) || names.some((name) => /^\d+$/.test(name))) continue;
    let node = tree;
    for (const name of names.slice(0, -1)) {
      node[name] ??= {};
      node = node[name] as Record<string, unknown>;
    }
    node[names.at(-1)!] = central;
  }
  writeFileSync(file, JSON.stringify(tree));
}
fixOthers(scenario, 'open.yaml', 'Price', UNCERTAIN);

export const few = ['--draws', '4', '--replications', '2', '--workers', '1'];
export const run = (command: string, ...args: string[]) =>
  runHere(command, scenario, ...few, ...args, '--out', join(folder, command));

/** The report of some results as Markdown, with plain spaces and hyphens for minus signs. */
export async function reportOn(results: string, lang: 'en' | 'nl'): Promise<string> {
  const out = join(results, '..', `report-${lang}`);
  const { status, stderr } = await runHere('report', results, '--format', 'md', '--lang', lang, '--out', out);
  expect([status, stderr]).toEqual([0, '']);
  const text = readFileSync(join(out, 'report.md'), 'utf8');
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '').replaceAll('\u2212', '-');
}
