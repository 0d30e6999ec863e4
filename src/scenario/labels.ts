/** What a scenario calls its parts, where that differs by language. */

import { ALTERNATIVES } from '../domain/parameters/alternatives.js';
import type { ScenarioTree } from '../domain/schema/scenario.js';
import { isSection, nodeOf } from './inherit/layers.js';
import { GROUPS } from './inherit/meant-changes.js';
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
 * (`approaches.A.label`), their activities (`approaches.A.activities.B.label`) and the kinds of these (`kinds.K.label`); and of questions
 * and answers all labels (`alternatives.Q.question`, `alternatives.Q.options.O.label`), also those that are one text, and those of groups
 * of numbers (`groups.G.label`) likewise.
 *
 * @param tree as the files have it, with all that they inherit
 */
export function labelsOf(tree: unknown): Readonly<Record<string, Label>> {
  const approaches = namesIn(tree, ['approaches']).map((name) => ['approaches', name]);
  const activities = approaches.flatMap((approach) => {
    const section = [...approach, 'activities'];
    return namesIn(tree, section).map((name) => [...section, name]);
  });
  const kinds = namesIn(tree, ['kinds']).map((name) => ['kinds', name]);
  const questions = namesIn(tree, [ALTERNATIVES]).map((name) => [ALTERNATIVES, name]);
  const answers = questions.flatMap((question) => {
    const section = [...question, 'options'];
    return namesIn(tree, section).map((name) => [...section, name, 'label']);
  });
  const groups = namesIn(tree, [GROUPS]).map((name) => [GROUPS, name, 'label']);
  const asked = [...groups, ...questions.map((question) => [...question, 'question']), ...answers].flatMap(
    (path): [string, Label][] => {
      const given = nodeOf(tree, path);
      return typeof given === 'string' ? [[path.join('.'), { nl: given, en: given }]] : [];
    },
  );
  const paths = [
    ['name'],
    ...[...approaches, ...activities, ...kinds].map((path) => [...path, 'label']),
    ...answers,
    ...groups,
    ...questions.map((question) => [...question, 'question']),
  ];
  const inBoth = paths.flatMap((path): [string, Label][] => {
    const given = nodeOf(tree, path);
    return isSection(given, path.at(-1)) ? [[path.join('.'), given as unknown as Label]] : [];
  });
  return Object.fromEntries([...inBoth, ...asked]);
}

/**
 * The labels of all approaches and activities of a checked scenario, also those that are one text: for results whose tables have
 * only their names.
 *
 * @param given the tree as the files have it
 */
export function allLabels({ approaches }: ScenarioTree, given: unknown): Readonly<Record<string, Label>> {
  const both = (path: string, text: string) => [path, { nl: text, en: text }] as const;
  const plain = Object.entries(approaches).flatMap(([name, { label, activities }]) => [
    both(`approaches.${name}.label`, label),
    ...Object.entries(activities).map(([activity, each]) =>
      both(`approaches.${name}.activities.${activity}.label`, each.label),
    ),
  ]);
  return { ...Object.fromEntries(plain), ...labelsOf(given) };
}
