/** A scenario with two approaches that may be the same, to try ties between numbers on. */

import { formatDiagnostic } from '../../src/scenario/check/diagnostic.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from './temporary-folder.js';

const library = packageLibrary();
export const price =
  '{ value: 300, low: 100, high: 900, distribution: triangular, unit: euros, label: assumption }';

export const activity = (cost: string, weeks = '52') =>
  `{ label: Coach, phase: 3, start: { when: { housing: housed } }, weeks: ${weeks}, hours_per_week: 10, acts_on: [work], mandatory: false, costs: [{ payer: municipality, per_month: ${cost} }] }`;

/** A scenario with approaches a and b, each with an activity `coach`; `head` stands above them. */
export const twins = (a: string, b: string, head = '') => `name: Twins
extends: national
${head}
approaches:
  a: ${a}
  b: ${b}
`;
export const approach = (coach: string) =>
  `{ label: A, course: { opens: { housing: housed }, mean_wait: 3 }, search: { opens: { housing: housed } }, activities: { coach: ${coach} } }`;

function load(files: Record<string, string>, settings: string[] = []) {
  return loadScenario(`${folderWith(files)}/a.yaml`, library, settings);
}

export function loaded(
  text: string,
  settings: string[] = [],
  others: Record<string, string> = {},
): LoadedScenario {
  const result = load({ 'a.yaml': text, ...others }, settings);
  if (!result.ok) throw new Error(result.diagnostics.map(formatDiagnostic).join('\n'));
  return result.scenario;
}

export function problemsOf(text: string, settings: string[] = []): string[] {
  const result = load({ 'a.yaml': text }, settings);
  return result.ok
    ? []
    : result.diagnostics.map((each) => formatDiagnostic(each).replace(/^.*\/a\.yaml/, 'a.yaml'));
}
