/** A setting of a page in a link, and in words. */

import { describe, expect, it } from 'vitest';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import type { Changes } from '../../../src/output/page/change.js';
import { linkOf, settingOf } from '../../../src/output/page/link.js';
import type { Control } from '../../../src/output/page/page-data.js';
import { Resolved } from '../../../src/output/page/resolved.js';
import { sayRefused, saySetting } from '../../../src/output/page/say-setting.js';
import { speak } from '../../../src/output/report/speech.js';

describe('a link', () => {
  const control = (path: string, more: object) =>
    ({ path, group: 'assumptions', value: 1, least: 0, most: 2, whole: false, ...more }) as Control;
  const [ratio, size, on, off, a, b] = [
    control('a.b', {}),
    control('size', { group: 'cohort', value: 60, least: 1, most: 5000, whole: true }),
    control('on', { group: 'activities', most: 1 }),
    control('off', { group: 'activities', value: 0, most: 1 }),
    control('shares.a', { group: 'composition', value: 0.7, most: 1 }),
    control('shares.b', { group: 'composition', value: 0.3, most: 1 }),
  ];
  const controls = [ratio, size, on, off, a, b];
  const none = { refused: [], sum: undefined };

  it('holds a setting', () => {
    const setting = { 'a.b': 1.25, size: 40, on: 0, off: 1, 'shares.a': 0.4, 'shares.b': 0.6 };
    expect(settingOf(`#${linkOf(setting)}`, controls)).toEqual({ changes: setting, ...none });
    expect(settingOf('', controls)).toEqual({ changes: {}, ...none });
    expect(settingOf('#method', controls)).toEqual({ changes: {}, ...none });
  });

  it('is held to what the command line takes, and tells what it does not', () => {
    const refusedIn = (link: string) => {
      const { changes, refused } = settingOf(link, controls);
      expect(changes).toEqual({});
      return refused.map((each) => [each.said, each.control]);
    };
    expect(refusedIn('#a.b=3&c=1&__proto__=1&a.b=')).toEqual([
      ['a.b=3', ratio],
      ['c=1', undefined],
      ['__proto__=1', undefined],
      ['a.b=', ratio],
    ]);
    expect(refusedIn('#size=1,000&a.b=0,5')).toHaveLength(2);
    expect(refusedIn('#a.b=%3Cb%3E')).toEqual([['a.b=<b>', ratio]]);
    expect(refusedIn('#size=60.5&size=1e9')).toEqual([
      ['size=60.5', size],
      ['size=1e9', size],
    ]);
    // Nobody can tell which is meant.
    expect(refusedIn('#size=40&size=50')).toHaveLength(2);
    // A box is ticked or not; as it is in the report it is no change.
    expect(refusedIn('#on=0.5&on=1&off=0')).toHaveLength(3);
  });

  it('of which little is used tells how much more is not', () => {
    const link = Array.from({ length: 9 }, (_, i) => `x${i}=1`).join('&');
    const said = (more = '') => sayRefused(settingOf(`#${link}${more}`, controls), speak('en'));
    expect(said()).toMatch(/x4=1 \([^)]*\); and 4 more$/);
    expect(sayRefused(settingOf('#size=40&size=50&y=1&y=2', controls), speak('en'))).toMatch(
      /: size=40 \(named more than once\); size=50 \(named more than once\); y=1 \(no number/,
    );
    // What is about all shares comes first.
    expect(said('&shares.a=0.9')).toMatch(/: the shares .* add up to 1\.20, expected 1; x0=1.*; and 5 more$/);
    expect(sayRefused(settingOf('#size=40', controls), speak('en'))).toBe('');
  });

  it('sets no shares that do not make one', () => {
    expect(settingOf('#shares.a=0.9&size=40', controls)).toEqual({
      ...{ changes: { size: 40 }, refused: [] },
      sum: expect.closeTo(1.2),
    });
  });
});

it('a setting is said with what is out of the ordinary in it', () => {
  const about = { least: 0, most: 1e9, whole: true, needs: [], min: 0, max: 1, step: 1, label: '' };
  const control = (path: string, group: string, value: number, more: object = {}) =>
    ({ ...about, path, group, value, name: path, unit: '', source: '', note: '', ...more }) as Control;
  const controls = [
    control('Hazard', 'assumptions', 2, { low: 1, high: 3, unit: 'weeks' }),
    control('Size', 'cohort', 400, { unit: 'persons' }),
    control('JAS', 'activities', 0.8, { low: 0.7, high: 0.9 }),
    control('Mentor', 'activities', 1, { needs: ['JAS'] }),
    control('Visits', 'activities', 1, { needs: ['Mentor'] }),
  ];
  const tree = { JAS: { value: 0.8, low: 0.7, high: 0.9 } } as unknown as ScenarioTree;
  const said = (changes: Changes) => saySetting(controls, changes, new Resolved(tree, changes), speak('en'));
  expect(said({})).toEqual({ changed: [], notes: [] });
  expect(said({ Size: 1 })).toEqual({ changed: ['Size: 1 person (in the report: 400 persons)'], notes: [] });
  const fixed = expect.stringContaining('fixed: it no longer varies over its range');
  expect(said({ Hazard: 1 })).toEqual({
    changed: ['Hazard: 1 week (in the report: 2 weeks)'],
    notes: [fixed],
  });
  // The ends themselves belong to the range.
  expect(said({ Hazard: 3 }).changed).toEqual(['Hazard: 3 weeks (in the report: 2 weeks)']);
  expect(said({ JAS: 0, Hazard: 4 })).toEqual({
    changed: [
      'Hazard: 4 weeks (in the report: 2 weeks); outside its range',
      'JAS: nobody takes part (in the report: takes place)',
    ],
    notes: [
      '“Mentor” does not begin: it waits for “JAS”.',
      '“Visits” does not begin: it waits for “Mentor”.',
      fixed,
    ],
  });
});
