/** What a scenario calls its parts, where that differs by language. */

import { ALTERNATIVES } from '../domain/parameters/alternatives.js';
import type { ScenarioTree } from '../domain/schema/scenario.js';
import type { Inherited } from './inherit/inheritance.js';
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

/** What an activity costs, as the files have it. */
function costsAt(tree: unknown, activity: Path): readonly unknown[] {
  const costs = nodeOf(tree, [...activity, 'costs']);
  return Array.isArray(costs) ? costs : [];
}

/** Who pays something, and when that is not always. */
export interface CostItem {
  readonly payer: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Who pays each number of what the activities of a scenario cost, by its path (`approaches.A.activities.B.costs.I.per_month`): readers
 * tell costs apart by it that have no label.
 */
export function costItemsOf({ approaches }: ScenarioTree): Readonly<Record<string, CostItem>> {
  const items = Object.entries(approaches).flatMap(([approach, { activities }]) =>
    Object.entries(activities).flatMap(([activity, { costs = [] }]) =>
      costs.flatMap(({ payer, from, until, ...cost }, i) =>
        (['per_participant', 'per_month'] as const).flatMap((basis) =>
          cost[basis] === undefined
            ? []
            : [
                [
                  `approaches.${approach}.activities.${activity}.costs.${i}.${basis}`,
                  {
                    payer,
                    ...(from === undefined ? {} : { from }),
                    ...(until === undefined ? {} : { until }),
                  },
                ] as const,
              ],
        ),
      ),
    ),
  );
  return Object.fromEntries(items);
}

/**
 * The labels of a checked scenario that are given in two languages, by their paths: of the scenario itself (`name`), its approaches
 * (`approaches.A.label`), their activities (`approaches.A.activities.B.label`) and the kinds of these (`kinds.K.label`); and of questions
 * and answers all labels (`alternatives.Q.question`, `alternatives.Q.options.O.label`), also those that are one text, and likewise those
 * of groups of numbers (`groups.G.label`), of shared numbers (`numbers.N.name`) and of what activities cost
 * (`approaches.A.activities.B.costs.I.label`).
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
  const numbers = namesIn(tree, ['numbers']).map((name) => ['numbers', name, 'name']);
  const costs = activities.flatMap((activity) =>
    costsAt(tree, activity).map((_, i) => [...activity, 'costs', i, 'label']),
  );
  const inAnyForm = [
    ...groups,
    ...questions.map((question) => [...question, 'question']),
    ...answers,
    ...numbers,
    ...costs,
  ];
  const asked = inAnyForm.flatMap((path): [string, Label][] => {
    const given = nodeOf(tree, path);
    return typeof given === 'string' ? [[path.join('.'), { nl: given, en: given }]] : [];
  });
  const paths = [
    ['name'],
    ...[...approaches, ...activities, ...kinds].map((path) => [...path, 'label']),
    ...inAnyForm,
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

/** What the file of a scenario says that it is about, by the path `description`; one that is inherited is about another scenario. */
export function ownDescription({ layers }: Pick<Inherited, 'layers'>): Readonly<Record<string, Label>> {
  const own = nodeOf(layers[0]?.tree, ['description']);
  if (typeof own === 'string') return { description: { nl: own, en: own } };
  return isSection(own, 'description') ? { description: own as unknown as Label } : {};
}

const languages = ['nl', 'en'] as const;

const textIn = (label: unknown, language: (typeof languages)[number]) =>
  isSection(label, 'label') ? label[language] : label;

/**
 * A tree, or what stands in the files of it, in which approaches of one label (as an alias makes them) have their names behind it, so that
 * readers can tell them apart.
 */
export function withLabelsApart<Tree>(tree: Tree): Tree {
  const approaches = nodeOf(tree, ['approaches']);
  if (!isSection(approaches, 'approaches')) return tree;
  const given = Object.entries(approaches).map(([name, approach]) => ({
    name,
    approach,
    label: nodeOf(approach, ['label']),
  }));
  const told = given.map(({ name, approach, label }) => {
    const [nl, en] = languages.map((language) => {
      const text = textIn(label, language);
      const isTwice = given.some((other) => other.name !== name && textIn(other.label, language) === text);
      return isTwice && typeof text === 'string' ? `${text} (${name})` : text;
    });
    const isSame = languages.every((language, i) => [nl, en][i] === textIn(label, language));
    if (isSame) return [name, approach];
    return [name, { ...(approach as object), label: nl === en ? nl : { nl, en } }];
  });
  return { ...tree, approaches: Object.fromEntries(told) };
}
