/** What readers of results call the parts of a scenario in their language; the tables have the English words. */

import type { Label } from '../../scenario/labels.js';
import type { Language } from '../language.js';

/** What has labels by path: a manifest. */
export interface Labelled {
  readonly labels?: Readonly<Record<string, Label>> | undefined;
}

function labelAt({ labels = {} }: Labelled, path: string, language: Language, text: string): string {
  return Object.hasOwn(labels, path) ? labels[path]![language] : text;
}

/** What the municipality is called. @param text here and below: the name in the tables, used when a run has no labels */
export function labelOfMunicipality(manifest: Labelled, language: Language, text: string): string {
  return labelAt(manifest, 'name', language, text);
}

/** What its scenario is about, where its own file says so. */
export function descriptionOf({ labels }: Labelled, language: Language): string | undefined {
  return labels?.description?.[language];
}

/** What an approach is called. */
export function labelOfApproach(manifest: Labelled, language: Language, name: string, text: string): string {
  return labelAt(manifest, `approaches.${name}.label`, language, text);
}

/** What a part of an approach is called, as far as the scenario names it: an activity. */
export function labelOfPart(
  manifest: Labelled,
  language: Language,
  { approach, part, label }: { readonly approach: string; readonly part: string; readonly label: string },
): string {
  return labelAt(manifest, `approaches.${approach}.activities.${part}.label`, language, label);
}

/** What a kind of activities is called. */
export function labelOfKind(manifest: Labelled, language: Language, name: string, text: string): string {
  return labelAt(manifest, `kinds.${name}.label`, language, text);
}

/** What numbers that go together are called. @param group its path in the scenario */
export function labelOfGroup(manifest: Labelled, language: Language, group: string, text: string): string {
  return labelAt(manifest, `${group}.label`, language, text);
}

/** What a number is called that several places share. @param number its path in the scenario */
export function labelOfNumber(manifest: Labelled, language: Language, number: string, text: string): string {
  return labelAt(manifest, `${number}.name`, language, text);
}

/** What something that an activity costs is called; undefined: it has no label. @param cost its path in the scenario */
export function labelOfCost({ labels = {} }: Labelled, language: Language, cost: string): string | undefined {
  const path = `${cost}.label`;
  return Object.hasOwn(labels, path) ? labels[path]![language] : undefined;
}

/** A question that the source leaves open. @param alternative its path in the scenario */
export function labelOfQuestion(
  manifest: Labelled,
  language: Language,
  alternative: string,
  text: string,
): string {
  return labelAt(manifest, `${alternative}.question`, language, text);
}

/** An answer to it. */
export function labelOfAnswer(
  manifest: Labelled,
  language: Language,
  alternative: string,
  option: string,
  text: string,
): string {
  return labelAt(manifest, `${alternative}.options.${option}.label`, language, text);
}
