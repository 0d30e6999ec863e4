/** Sources of data packages: what numbers and approaches come from, and not why something was assumed. */

import { expect, it } from 'vitest';
import { documentsIn, sourcesIn } from '../../../src/output/package/sources.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';

it('names no reasons of assumptions and no definitions', () => {
  const library = packageLibrary();
  const settings = [
    'cohort.size={value: 100, low: 90, high: 110, distribution: triangular, unit: persons, source: A guess, label: assumption}',
  ];
  const loaded = loadScenario(`${library.scenarios}/leiden.yaml`, library, settings);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const norms = [{ source: 'A table of norms' }] as unknown as Parameters<typeof sourcesIn>[1];
  const sources = sourcesIn([loaded.scenario.tree], norms);
  expect(sources).toContain('A table of norms');
  // Of the approach, of a number that is published and of one that is derived.
  expect(sources).toContain('KIS/Platform31 2017, sections 1 and 4.1');
  expect(sources).toContain('SCP 2018');
  expect(sources.some((source) => source.includes('openkamer.org'))).toBe(true);
  expect(sources.some((source) => source.includes('lpg-grave.nl'))).toBe(true);
  expect(sources).not.toContain('A guess');
  expect(sources.filter((source) => /^(?:reference|definition\b|recalled)/.test(source))).toEqual([]);
});

it.each([
  ['CBS 2018', true],
  ['openkamer.org 2017Z04749', true],
  ['gemeente Leiden, jaarverslag 2016', true],
  ['definitions of the municipality, 2016', true],
  ['reference level', false],
  ['definition: part of it', false],
  ['recalled; not checked against the Staatscourant', false],
  ['', false],
  [undefined, false],
])('takes what names a document for a source: %s, %s', (text, expected) => {
  expect(documentsIn(text)).toEqual(expected ? [text] : []);
  expect(documentsIn(text, 'unverified')).toEqual(expected ? [text] : []);
  expect(documentsIn(text, 'assumption')).toEqual([]);
});

it('names each document once, and that of an open question', () => {
  expect(documentsIn('st-ab.nl (undated; year recalled); CBS 2016: page 3')).toEqual([
    'st-ab.nl (undated; year recalled)',
    'CBS 2016: page 3',
  ]);
  const library = packageLibrary();
  const loaded = loadScenario(`${library.scenarios}/leiden.yaml`, library);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const [question] = Object.entries(loaded.scenario.tree.alternatives!);
  const alternatives = { own: { ...question![1], source: 'gesprek met J. de Vries; eigen telling' } };
  const norms = [{ source: 'eigen telling; st-ab.nl' }] as unknown as Parameters<typeof sourcesIn>[1];
  const sources = sourcesIn([{ ...loaded.scenario.tree, alternatives }], norms);
  for (const source of ['gesprek met J. de Vries', 'eigen telling', 'st-ab.nl'])
    expect(sources.filter((each) => each === source)).toEqual([source]);
  expect(sources.filter((source) => /;(?![^(]*\))/.test(source))).toEqual([]);
});
