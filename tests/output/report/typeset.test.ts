import { describe, expect, it } from 'vitest';
import { typesetBlocks, typesetText } from '../../../src/output/report/typeset.js';

describe('typography', () => {
  it('has minus signs, dates in words, and no break between a number and what it counts', () => {
    const nl = (text: string) => typesetText(text, 'nl');
    expect(nl('een verschil van -€ 3.900 (-6 tot -2)')).toBe(
      'een verschil van \u2212€\u00a03.900 (\u22126\u00a0tot \u22122)',
    );
    expect(nl('vanaf 2015-10-01, 5 jaar; 95% interval')).toBe(
      'vanaf 1\u00a0oktober 2015, 5\u00a0jaar; 95%\u00a0interval',
    );
    expect(nl('18-24, JAS-24, norms.2014-01-01, klaar 2026-11-26T20:36:46.920Z.')).toBe(
      '18-24, JAS-24, norms.2014-01-01, klaar 26\u00a0november 2026.',
    );
    expect(typesetText('on 2026-11-26', 'en')).toBe('on 26\u00a0November 2026');
  });

  it('has no break between a sign and its currency', () => {
    const [set] = typesetBlocks([{ kind: 'list', items: ['tussen -€ 9.900 en +€ 1.500'] }], 'nl');
    expect(set).toEqual({
      kind: 'list',
      items: ['tussen \u2212\u2060€\u00a09.900\u00a0en +\u2060€\u00a01.500'],
    });
  });
});
