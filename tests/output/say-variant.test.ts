/** What is said of the net balance of an approach in a run beside another: which of the two is higher, and by how much. */

import { expect, it } from 'vitest';
import { sayVariant } from '../../src/output/say-variant.js';

const said = (estimate: number, language: 'en' | 'nl', [low, high] = [Number.NaN, Number.NaN]) =>
  sayVariant({ unit: 'euros', estimate, mcse: 100, low, high }, ['A', 'R'], ['new', 'old'], language)
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2212', '-');

it('says of what is unclear in which run it is higher', () => {
  const unclear =
    'Whether “A” does better against “R” in new than in old is unclear: its net balance against “R” is ';
  const none = '(95% interval: cannot be estimated).';
  expect(said(-1000, 'en')).toBe(`${unclear}€1,000 a person lower in new than in old ${none}`);
  expect(said(1000, 'en')).toBe(`${unclear}€1,000 a person higher in new than in old ${none}`);
  expect(said(10, 'en')).toBe(`${unclear}about the same in new and in old ${none}`);
  expect(said(-1000, 'en', [-3000, 2000])).toBe(
    `${unclear}€1,000 a person lower in new than in old (95% interval -€3,000 to +€2,000).`,
  );
  const onzeker =
    'Of ‘A’ het tegenover ‘R’ in new beter doet dan in old, is niet te zeggen: het nettosaldo tegenover ‘R’ is ';
  expect(said(-1000, 'nl')).toContain(`${onzeker}in new € 1.000 per persoon lager dan in old (`);
  expect(said(1000, 'nl')).toContain(`${onzeker}in new € 1.000 per persoon hoger dan in old (`);
  expect(said(10, 'nl')).toContain(`${onzeker}in new en in old ongeveer gelijk (`);
});
