/** What a scenario calls its parts, where that differs by language. */

import { isSection, nodeOf } from './inherit/layers.js';
import type { Path } from './yaml/yaml-file.js';

/** A label in both languages. */
export interface Label {
  readonly nl: string;
  readonly en: string;
}

/** The names below a section of a tree. */
function namesIn(tree: unknown, path: Path): string[] {
  const section = nodeOf(tree, path);
  return isSection(section, path.at(-1)) ? Object.keys(section) : [];
}

/**
 * The labels of a checked scenario that are given in two languages, by their paths: of the scenario itself (`name`), its approaches
 * (`approaches.A.label`) and their activities (`approaches.A.activities.B.label`).
 *
 * @param tree as the files have it, with all that they inherit
 */
export function labelsOf(tree: unknown): Readonly<Record<string, Label>> {
  const approaches = namesIn(tree, ['approaches']).map((name) => ['approaches', name]);
  const activities = approaches.flatMap((approach) => {
    const section = [...approach, 'activities'];
    return namesIn(tree, section).map((name) => [...section, name]);
  });
  const paths = [['name'], ...[...approaches, ...activities].map((path) => [...path, 'label'])];
  return Object.fromEntries(
    paths.flatMap((path) => {
      const given = nodeOf(tree, path);
      return isSection(given, path.at(-1)) ? [[path.join('.'), given as unknown as Label]] : [];
    }),
  );
}
