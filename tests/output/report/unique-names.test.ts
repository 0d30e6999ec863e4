/** What readers see of the scenarios that come with the package goes by names that they can tell apart. */

import { describe, expect, it } from 'vitest';
import { listParameters } from '../../../src/domain/parameters/draw.js';
import { isAnnotated } from '../../../src/domain/parameters/quantity.js';
import type { Language } from '../../../src/output/language.js';
import { shortPartName, speak } from '../../../src/output/report/speech.js';
import { namedOf, numberName } from '../../../src/run/scenarios/number-names.js';
import { shippedNames, shippedScenario } from '../../shipped.js';

/** The names that more than one thing has, with what has them. */
function repeated(named: readonly (readonly [string, string])[]): [string, string[]][] {
  const byName = new Map<string, string[]>();
  for (const [path, name] of named) byName.set(name, [...(byName.get(name) ?? []), path]);
  return [...byName].filter(([, paths]) => paths.length > 1);
}

describe.each(shippedNames)('%s', (scenario) => {
  const { tree, inherited } = shippedScenario(scenario);
  const named = namedOf({ tree, inherited });

  it.each(['en', 'nl'] as const)('has no two numbers of one name, in %s', (language: Language) => {
    const own = listParameters(tree).filter(
      ({ quantity }) => isAnnotated(quantity) && quantity.tie === undefined && quantity.choice === undefined,
    );
    expect(repeated(own.map(({ path }) => [path, numberName(named, path, language)] as const))).toEqual([]);
  });

  it.each(['en', 'nl'] as const)('has no two activities of one short name, in %s', (language: Language) => {
    const speech = speak(language);
    for (const [approach, { activities }] of Object.entries(tree.approaches)) {
      const parts = Object.keys(activities).map((part) => ({
        approach,
        part,
        label: named.labels[`approaches.${approach}.activities.${part}.label`]?.[language] ?? part,
      }));
      expect(repeated(parts.map((part) => [part.part, shortPartName(speech, parts, part)] as const))).toEqual(
        [],
      );
    }
  });
});
