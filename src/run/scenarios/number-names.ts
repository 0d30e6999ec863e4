/** What readers call the numbers and the subgroups of a scenario. */

import type { Origin } from '../../domain/attributes/origin.js';
import { listParameters } from '../../domain/parameters/draw.js';
import { isAnnotated, whatItFollows } from '../../domain/parameters/quantity.js';
import { regimeOf } from '../../domain/regimes/find.js';
import type { Language } from '../../output/language.js';
import { labelOfMunicipality } from '../../output/package/labels.js';
import { attributeName, valueName } from '../../output/report/attribute-words.js';
import { parameterName } from '../../output/report/parameter-names.js';
import { shortPartName, speak } from '../../output/report/speech.js';
import { type Words, wordsUnder } from '../../output/words/words.js';
import { allLabels, type CostItem, costItemsOf, type Label } from '../../scenario/labels.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';

/** What of a scenario the names of its numbers are made of. */
export interface Named {
  readonly regime: string;
  readonly origins: readonly Origin[];
  /** Names, the reference first. */
  readonly approaches: readonly string[];
  /** What numbers follow from: the alternatives that they hang on, and the numbers that they are the same as. */
  readonly follows: readonly { readonly path: string; readonly sameAs: string }[];
  /** What its approaches, activities, questions and answers are called, by the path of the label. */
  readonly labels: Readonly<Record<string, Label>>;
  /** Who pays what its activities cost. */
  readonly costItems: Readonly<Record<string, CostItem>>;
}

/** What of a checked scenario the names of its numbers are made of. */
export function namedOf({ tree, inherited }: Pick<LoadedScenario, 'tree' | 'inherited'>): Named {
  const { regime, origins, approaches } = tree;
  return {
    regime,
    origins,
    approaches: Object.keys(approaches),
    follows: listParameters(tree).flatMap(({ path, quantity }) => {
      const sameAs = isAnnotated(quantity) ? whatItFollows(quantity) : undefined;
      return sameAs === undefined ? [] : [{ path, sameAs }];
    }),
    labels: allLabels(tree, inherited.tree),
    costItems: costItemsOf(tree),
  };
}

/** The words of a language, with those of a scenario's law. */
export function wordsOf({ regime }: Pick<Named, 'regime'>, language: Language): Words {
  return wordsUnder(language, regimeOf({ regime }));
}

/** What readers call the scenario. @param text its name in the tables */
export function scenarioName(named: Pick<Named, 'labels'>, text: string, language: Language): string {
  return labelOfMunicipality(named, language, text);
}

/** What readers call an approach. */
export function approachLabel({ labels }: Pick<Named, 'labels'>, name: string, language: Language): string {
  return labels[`approaches.${name}.label`]?.[language] ?? name;
}

/** What readers call the activities of an approach, each as far as it takes to tell it from the others. */
export function activityNames(
  { regime, labels }: Pick<Named, 'regime' | 'labels'>,
  approach: string,
  language: Language,
): Readonly<Record<string, string>> {
  const speech = speak(language, regimeOf({ regime }));
  const [before, after] = [`approaches.${approach}.activities.`, '.label'];
  const parts = Object.entries(labels).flatMap(([path, label]) => {
    const part = path.slice(before.length, -after.length);
    const isActivity = path.startsWith(before) && path.endsWith(after) && !part.includes('.');
    return isActivity ? [{ approach, part, label: label[language] }] : [];
  });
  return Object.fromEntries(parts.map((each) => [each.part, shortPartName(speech, parts, each)]));
}

/** The name of a number by its path, as reports call it. */
export function numberName(
  { regime, origins, approaches, follows, labels, costItems }: Named,
  path: string,
  language: Language,
): string {
  const speech = speak(language, regimeOf({ regime }));
  const named = approaches.map((name) => ({ name, label: approachLabel({ labels }, name, language) }));
  const [reference, ...others] = named;
  return parameterName(
    speech,
    {
      origins,
      parts: [],
      parameters: follows,
      reference: reference!,
      others,
      manifest: { labels, cost_items: costItems },
    },
    path,
  );
}

type Peopled = Pick<Named, 'regime' | 'origins'>;

/** What readers call an attribute. */
export function attributeInWords({ regime }: Peopled, attribute: string, language: Language): string {
  return attributeName(speak(language, regimeOf({ regime })), attribute);
}

/** What readers call a value of it. */
export function valueInWords(
  { regime, origins }: Peopled,
  attribute: string,
  value: string,
  language: Language,
): string {
  return valueName(speak(language, regimeOf({ regime })), { origins }, attribute, value);
}

/** The name of a subgroup: `education: low` for `education=low`. */
export function subgroupInWords(named: Peopled, subgroup: string, language: Language): string {
  const [attribute = '', value = ''] = subgroup.split('=');
  const name = attributeInWords(named, attribute, language);
  return `${name}: ${valueInWords(named, attribute, value, language)}`;
}
