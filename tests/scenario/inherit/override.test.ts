import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { quantity } from '../../../src/domain/schema/quantity.js';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import type { Inherited } from '../../../src/scenario/inherit/inheritance.js';
import { nodeOf } from '../../../src/scenario/inherit/layers.js';
import { applyOverrides, replaceAt } from '../../../src/scenario/inherit/override.js';

const share = () => quantity({ unit: 'share', min: 0, max: 1 });
const activity = z.strictObject({
  weeks: quantity({ unit: 'weeks' }),
  dropout: share().optional(),
  when: z.record(z.string(), z.unknown()).meta({ title: 'condition' }),
});
const schema = z.strictObject({
  years: z.int(),
  cohort: z.strictObject({
    size: quantity({ unit: 'persons' }),
    share: share(),
    note: z.string().optional(),
  }),
  market: z.array(z.strictObject({ ratio: quantity({ unit: 'ratio' }) })),
  activities: z.record(z.string(), activity),
});

const tree = {
  years: 10,
  cohort: { size: { value: 100, low: 50, high: 150, unit: 'people', label: 'assumption' }, share: 0.5 },
  market: [{ ratio: 1 }, { ratio: 1.1 }],
  activities: { coach: { weeks: 10, when: { housing: 'housed' } }, school: { weeks: 20, when: {} } },
};
const place = { file: 'a.yaml', line: 1, column: 1 };
const inherited: Inherited = {
  tree,
  layers: [],
  locate: () => place,
  settings: (path) => [{ place, value: nodeOf(tree, path) }],
};

function set(...settings: string[]) {
  const { inherited: changed, diagnostics } = applyOverrides(inherited, settings, schema);
  return { changed, tree: changed.tree, problems: diagnostics.map(formatDiagnostic) };
}

const number = (value: number, unit: string) => ({
  value,
  distribution: 'fixed',
  unit,
  source: 'command line (--set)',
});

describe('a setting that fits', () => {
  it.each<[string, string, unknown]>([
    ['cohort.size=40', 'cohort.size', number(40, 'persons')],
    ['cohort.share= 0.25', 'cohort.share', number(0.25, 'share')],
    ['market.1.ratio=2', 'market.1.ratio', number(2, 'ratio')],
    ['activities.coach.dropout=0.1', 'activities.coach.dropout', number(0.1, 'share')],
    ['cohort.size={ value: 3, low: 1, high: 5 }', 'cohort.size', { value: 3, low: 1, high: 5 }],
    ['cohort.size.high=200', 'cohort.size.high', 200],
    ['years=12', 'years', 12],
    ['cohort.note=a=b', 'cohort.note', 'a=b'],
    [
      'activities.coach.when={ any: [{ housing: housed }] }',
      'activities.coach.when',
      { any: [{ housing: 'housed' }] },
    ],
    ['activities.new={ weeks: 3, when: {} }', 'activities.new', { weeks: 3, when: {} }],
    ['activities.coach=null', 'activities.coach', undefined],
  ])('%s', (setting, path, value) => {
    const { tree: changed, problems } = set(setting);
    expect(problems).toEqual([]);
    expect(nodeOf(changed, path.split('.'))).toEqual(value);
  });

  it('leaves the rest, and the tree it started from, as they were', () => {
    const before = structuredClone(tree);
    const { tree: changed } = set('cohort.size=40', 'market.0.ratio=2');
    expect(tree).toEqual(before);
    expect(changed).toEqual({
      ...before,
      cohort: { ...before.cohort, size: number(40, 'persons') },
      market: [{ ratio: number(2, 'ratio') }, { ratio: 1.1 }],
    });
  });

  it('is the place of what it set, and the last of several holds', () => {
    const { changed } = set('cohort.size=40', 'cohort.size=50');
    expect(changed.locate(['cohort', 'size', 'value'])).toMatchObject({
      file: '--set cohort.size=50',
      line: 0,
      column: 0,
    });
    expect(changed.locate(['cohort', 'share'])).toEqual(place);
    expect(
      changed.settings(['cohort', 'size', 'value']).map((each) => [each.place.file, each.value]),
    ).toEqual([
      ['--set cohort.size=50', 50],
      ['--set cohort.size=40', 40],
      ['a.yaml', 100],
    ]);
    expect(changed.settings(['cohort', 'size', 'low'])[0]?.value).toBe(null);
  });

  it('has set the number when it set a part of it, and not the section around it', () => {
    const { changed } = set('cohort.size.high=200');
    expect(changed.settings(['cohort', 'size']).map((each) => each.value)).toEqual([
      { ...tree.cohort.size, high: 200 },
      tree.cohort.size,
    ]);
    expect(changed.settings(['cohort', 'size', 'low']).map((each) => each.value)).toEqual([50]);
    expect(changed.settings(['cohort']).map((each) => each.place)).toEqual([place]);
  });
});

describe('a setting that does not fit', () => {
  it.each([
    ['cohort.sise=4', 'no such path "cohort.sise"; did you mean "cohort.size"?'],
    ['size=4', 'no such path "size"; did you mean "cohort.size"?'],
    ['weeks=4', 'no such path "weeks"; did you mean "activities.coach.weeks" or "activities.school.weeks"?'],
    ['cohort.sh=4', 'no such path "cohort.sh"; expected one of: size, share, note'],
    [
      'activities.coach.whole=1',
      'no such path "activities.coach.whole"; expected one of: weeks, when, dropout',
    ],
    ['market.2.ratio=1', 'no such path "market.2.ratio"; "market" is a list of 2, counted from 0'],
    ['market.length=1', 'no such path "market.length"; "market" is a list of 2, counted from 0'],
    ['years.x=1', 'no such path "years.x"; "years" has no parts, set it as a whole'],
    ['constructor=1', 'no such path "constructor"; expected one of: years, cohort, market, activities'],
    ['cohort.__proto__=1', 'no such path "cohort.__proto__"; expected one of: size, share, note'],
    ['cohort', 'expected path=value, such as income.search_closed=0.8'],
    ['=3', 'expected path=value, such as income.search_closed=0.8'],
    ['years=', 'expected path=value, such as income.search_closed=0.8'],
    ['activities.caoch=null', 'no "activities.caoch" to remove; did you mean "coach"?'],
    ['years=[1', 'years: expected a closing ] above this line or on it'],
    ['years={ a: 1, a: 2 }', 'years: "a" occurs twice in this section (first on line 1); expected it once'],
    ['years=.nan', 'years: expected a number, got .nan'],
    ['years=&a [*a]', 'years: *a refers to a section that contains it'],
  ])('%s', (setting, message) => {
    const { problems, tree: changed } = set(setting);
    expect(problems).toEqual([`--set ${setting}: ${message}`]);
    expect(changed).toEqual(tree);
  });

  it('never throws, and either changes the tree or says why not', () => {
    const path = fc.constantFrom(
      'years',
      'cohort.size',
      'market.0',
      'activities.coach',
      'x',
      '',
      '.',
      'cohort..',
      '__proto__.a',
    );
    fc.assert(
      fc.property(path, fc.string({ unit: 'binary', maxLength: 12 }), (name, value) => {
        const { problems } = set(`${name}=${value}`);
        expect(problems.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('replaceAt', () => {
  it('replaces in sections and lists, adds, and takes away', () => {
    expect(replaceAt({ a: [{ b: 1 }] }, ['a', 0, 'b'], 2)).toEqual({ a: [{ b: 2 }] });
    expect(replaceAt({ a: 1 }, ['b'], 2)).toEqual({ a: 1, b: 2 });
    expect(replaceAt({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 });
  });
});
