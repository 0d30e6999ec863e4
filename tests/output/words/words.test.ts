import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../../src/domain/attributes/all.js';
import type { Attribute } from '../../../src/domain/attributes/attribute.js';
import { allMeasures } from '../../../src/domain/measures/find.js';
import { regimes } from '../../../src/domain/regimes/all.js';
import { regimeOf } from '../../../src/domain/regimes/find.js';
import { en } from '../../../src/output/words/en/all.js';
import { nl } from '../../../src/output/words/nl/all.js';
import { explainNumbers } from '../../../src/scenario/check/provenance.js';
import { shippedNames, shippedScenario } from '../../shipped.js';
import { filesIn, namesReadBy, sourceOf, textsIn } from './source.js';

/** Words by words of the language itself, or by those of the files, which English has already: each language has keys of its own. */
const dictionaries = ['names.units', 'page.unitsOfOne'];

/** Words by names that are data: of states, payers, verdicts. They are looked up, and not named in the source. */
const lookedUp =
  /^(?:names\.\w+|partNumbers|partNumberWords\.payers|pathWords|charts\.occupancy\.states|page\.groups|verdicts|verdict\.(?:gainsWhere|doubtsWhere)|summary\.evidence|screen\.(?:crossing|inUnit|toldAt|units|unitTitles|commands\.list\.titles|commands\.explain\.(?:better|counts|labels)|commands\.trace\.(?:amounts|answers|kept|on|where)|commands\.validate\.(?:beyond|unused))|screen\.notes\.setByHand|approaches\.who\.standings|assumptions\.explain)\./;

/** The paths of a table with the kind of what stands there: a text, a list of texts, or a function of so many things. */
function shapeOf(value: unknown, path = ''): string[] {
  if (dictionaries.includes(path)) return [`${path}: dictionary`];
  if (typeof value === 'function') return [`${path}: of ${value.length}`];
  if (Array.isArray(value)) return [`${path}: list of ${value.length}`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value)
    .flatMap(([key, below]) => shapeOf(below, path === '' ? key : `${path}.${key}`))
    .sort();
}

describe('the tables of both languages', () => {
  it('have the same keys, with functions of as many things', () => {
    expect(shapeOf(en).length).toBeGreaterThan(200);
    expect(shapeOf(nl)).toEqual(shapeOf(en));
  });

  it('are told apart by what they lack', () => {
    expect(shapeOf({ a: { b: '', c: (x: string) => x } })).toEqual(['a.b: string', 'a.c: of 1']);
    expect(shapeOf({ a: ['x', 'y'] })).toEqual(['a: list of 2']);
  });

  it('hold nothing that is used nowhere', () => {
    const readers = ['output', 'run', 'cli', 'analysis']
      .flatMap(filesIn)
      .filter((file) => !file.startsWith('output/words/'))
      .map((file) => namesReadBy(sourceOf(file)));
    const paths = shapeOf(en).map((line) => line.split(':')[0]!);
    const unused = paths
      .filter((path) => !lookedUp.test(`${path}.`) && !dictionaries.includes(path))
      .filter((path) => !readers.some((names) => path.split('.').every((key) => names.has(key))));
    expect(unused).toEqual([]);
  });
});

describe('names in the source', () => {
  it('are found where objects are read', () => {
    expect([...namesReadBy('const { a, b: c } = words.d; e(); c.f();')].sort()).toEqual(['a', 'b', 'd', 'f']);
    expect([...namesReadBy("import * as words from '../words/en/footing.js'; words.rate();")].sort()).toEqual(
      ['footing', 'rate'],
    );
  });
});

describe('reports and charts', () => {
  const speakers = [
    ...['output/report', 'output/charts'].flatMap(filesIn),
    'output/calibration/calibration-report.ts',
  ];

  it('have no text beside the tables', () => {
    expect(speakers.length).toBeGreaterThan(40);
    // How HTML and LaTeX look: they fetch what they say from the tables too, but their own language reads like ours.
    const looks = /html-(?:style|search|values)\.ts$|latex\.ts$|charts\/text\.ts$/;
    const names = [
      'Arial',
      'Liberation Sans',
      'Helvetica, Arial, "Liberation Sans", sans-serif',
      'calendar year',
      // Where a number was set, and styles of Word.
      'command line',
      'Normal',
      'Caption',
      'Note',
      'Annex',
    ];
    const found = speakers
      .filter((file) => !looks.test(file))
      .flatMap((file) => textsIn(sourceOf(file)).map((text) => `${file}: ${text}`))
      .filter((text) => !names.some((name) => text.endsWith(`: ${name}`)));
    expect(found).toEqual([]);
  });

  it('would be found to', () => {
    expect(textsIn("const title = { nl: 'Deel van het cohort' };")).toEqual(['Deel van het cohort']);
    expect(textsIn('say(`<p class="of them">, </p>`)')).toEqual([]);
    expect(textsIn('say(`<p>of them</p>`)')).toEqual(['of them']);
    expect(textsIn("cell('Total')")).toEqual(['Total']);
    expect(textsIn("import x from 'a b'; throw new Error('no such thing');")).toEqual([]);
  });
});

describe('the words of measures, attributes and laws', () => {
  it('have the same keys in both languages', () => {
    const owners = [
      ...allMeasures().map(({ name, words }) => [name, words] as const),
      ...(attributesOf([], []) as readonly Attribute[]).flatMap(({ name, reported }) =>
        reported ? [[name, reported] as const] : [],
      ),
      ...regimes.flatMap(({ name, bars }) => bars.map(({ label }) => [name, label] as const)),
    ];
    expect(owners.length).toBeGreaterThan(30);
    for (const [name, words] of owners) expect([name, shapeOf(words.nl)]).toEqual([name, shapeOf(words.en)]);
  });
});

it('there is a Dutch word for every unit of the scenarios that come with the package', () => {
  const units = shippedNames.flatMap((name) => {
    const scenario = shippedScenario(name);
    const { units: ofLaw } = regimeOf(scenario.tree).words.nl;
    return explainNumbers(scenario).flatMap(({ quantity }) =>
      quantity?.unit === undefined || Object.hasOwn({ ...nl.names.units, ...ofLaw }, quantity.unit)
        ? []
        : [quantity.unit],
    );
  });
  expect([...new Set(units)]).toEqual([]);
});

describe('sources as a Dutch reader cites them', () => {
  it.each([
    ['KIS/Platform31 2017, sections 1 and 4.1', 'KIS/Platform31 2017, paragrafen 1 en 4.1'],
    ['NRC 22 June 2017', 'NRC 22 juni 2017'],
    ['inburgeren.nl, fines', 'inburgeren.nl, boetes'],
    // Names stay: an author is no conjunction, and no month stands between two numbers.
    ['Hainmueller, Hangartner & Lawrence 2016', 'Hainmueller, Hangartner & Lawrence 2016'],
    ['CBS Asiel en integratie 2019-2020', 'CBS Asiel en integratie 2019-2020'],
  ])('%s', (source, dutch) => {
    expect(nl.assumptions.citation(source)).toBe(dutch);
    expect(en.assumptions.citation(source)).toBe(source);
  });
});
