import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelsOf, ownDescription } from '../../src/scenario/labels.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { shippedNames } from '../shipped.js';
import { folderWith } from './temporary-folder.js';

const library = packageLibrary();

function load(path: string, settings: readonly string[] = []) {
  const loaded = loadScenario(path, library, settings);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return { tree: loaded.scenario.tree, labels: labelsOf(loaded.scenario.inherited.tree) };
}

/** A scenario over Leiden, with lines of its own. */
function over(lines: string, settings: readonly string[] = []) {
  const folder = folderWith({ 'mine.yaml': `extends: leiden\n${lines}` });
  return () => load(join(folder, 'mine.yaml'), settings);
}

describe('the labels of a scenario', () => {
  it('are one text, or one for each language: results have the English one', () => {
    const { tree, labels } = over(`name: { nl: Stad, en: Town }
approaches:
  parallel:
    label: { nl: Ons plan, en: Our plan }
    activities: { mentor: { label: Maatje } }
`)();
    expect([tree.name, tree.approaches.parallel!.label]).toEqual(['Town', 'Our plan']);
    expect(tree.approaches.parallel!.activities.mentor!.label).toBe('Maatje');
    expect(labels.name).toEqual({ nl: 'Stad', en: 'Town' });
    expect(labels['approaches.parallel.label']).toEqual({ nl: 'Ons plan', en: 'Our plan' });
    // Inherited; and taken out of both languages by the text that replaces it.
    expect(labels['approaches.sequential.label']).toEqual({ nl: 'Opeenvolgend', en: 'Sequential' });
    expect(labels).not.toHaveProperty(['approaches.parallel.activities.mentor.label']);
  });

  it('have the names of approaches behind them where two are alike, in the language in which they are', () => {
    const { tree, labels } = over(`approaches:
  parallel: { label: &plan { nl: Plan, en: Our plan } }
  twin: { label: *plan, course: &none { opens: { housing: housed }, mean_wait: 3 }, search: { opens: { housing: housed } } }
  third: { label: Plan, course: *none, search: { opens: { housing: housed } } }
`)();
    const told = Object.entries(tree.approaches).map(([name, { label }]) => `${name}: ${label}`);
    expect(told).toEqual([
      'sequential: Sequential',
      'parallel: Our plan (parallel)',
      'twin: Our plan (twin)',
      'third: Plan',
    ]);
    expect(labels['approaches.twin.label']).toEqual({ nl: 'Plan (twin)', en: 'Our plan (twin)' });
    expect(labels['approaches.third.label']).toEqual({ nl: 'Plan (third)', en: 'Plan' });
    expect(labels['approaches.sequential.label']).toEqual({ nl: 'Opeenvolgend', en: 'Sequential' });
  });

  it('have what a scenario is about in the words of its own file, and not of another', () => {
    const about = (lines: string) => {
      const loaded = loadScenario(join(folderWith({ 'mine.yaml': lines }), 'mine.yaml'), library);
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
      return ownDescription(loaded.scenario.inherited);
    };
    expect(about('extends: leiden\n')).toEqual({});
    expect(about('extends: leiden\ndescription: JAS with us\n')).toEqual({
      description: { nl: 'JAS with us', en: 'JAS with us' },
    });
    expect(about('extends: leiden\ndescription: { nl: Bij ons, en: With us }\n')).toEqual({
      description: { nl: 'Bij ons', en: 'With us' },
    });
  });

  it('can be changed by a setting, in one language or in both', () => {
    const { tree, labels } = over('', [
      'approaches.parallel.label=Anders',
      'approaches.sequential.label.nl=Na elkaar',
    ])();
    expect(tree.approaches.parallel!.label).toBe('Anders');
    expect(labels['approaches.sequential.label']).toEqual({ nl: 'Na elkaar', en: 'Sequential' });
  });

  it('are refused where a language is missing, with the place', () => {
    expect(over('name: { nl: Stad }\n')).toThrow(/"line":2,.*"missing: name.en; expected a text"/);
    expect(over('name: { nl: Stad, en: Town, de: Stadt }\n')).toThrow(
      /"line":2,.*unknown name .*name.de.*; expected one of: nl, en"/,
    );
  });
});

describe('the scenarios that come with the package', () => {
  /** Name of a programme: the same in both languages. */
  const sameInBoth = ['Rotterdamse Taalstart'];

  it('have every activity in both languages', () => {
    const shipped = shippedNames.map((name) => load(join(library.scenarios, `${name}.yaml`)));
    const missing = shipped.flatMap(({ tree, labels }) =>
      Object.entries(tree.approaches).flatMap(([approach, { activities }]) =>
        Object.entries(activities).flatMap(([activity, { label }]) =>
          Object.hasOwn(labels, `approaches.${approach}.activities.${activity}.label`) ? [] : [label],
        ),
      ),
    );
    expect([...new Set(missing)].sort()).toEqual(sameInBoth);
    expect(shipped.flatMap(({ labels }) => Object.keys(labels)).length).toBeGreaterThan(40);
  });

  it('do not give in two languages what is one text', () => {
    for (const name of shippedNames) {
      const text = readFileSync(join(library.scenarios, `${name}.yaml`), 'utf8');
      expect(text).not.toMatch(/\{ nl: ("[^"]*"), en: \1 \}/);
    }
  });
});
