/** The table of decisions: what is taken from which sentence of the reports. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paragraphsOf, prices, renewed, rowOf, tableOf, worthMost } from './decisions.js';

const inputs = [
  { path: 'a', share: '0.2', evppi: '3.4' },
  { path: 'alternatives.held', share: '0.9', evppi: '' },
  { path: 'b', share: '0.5', evppi: '12.6' },
  { path: 'a', share: '0.6', evppi: '1' },
  { path: 'c', share: '', evppi: '' },
];

describe('the table of decisions', () => {
  it('names the number that it would be worth most to know', () => {
    expect(worthMost([...inputs])).toBe('The most valuable figure: `b`, €13 a person.');
    expect(worthMost([{ path: 'c', evppi: '0' }])).toBe('No single figure would change the choice.');
  });

  it('puts the sentences of the reports into the row of a municipality', () => {
    const report =
      '# Title\n\n## Summary\n\nOf the variance, A.\n\nWithin the range of A it never turns.\n\nWhether it turns in B, the draws leave open.\n\n**Bold.**\n\nTo know all, 5.\n\n## Annex: method\n\nTo know all';
    const sensitivity = paragraphsOf(report);
    const pilots = ['Question?', '**No pilot can tell.**', '**Pilots of A against B**', '| 60 | 12 |'];
    expect(
      tableOf([rowOf('capelle-aan', { sensitivity, inputs, pilots })])
        .split('\n')
        .at(-1),
    ).toBe(
      '| Capelle-Aan | Of the variance, A. | Within the range of A it never turns. Whether it turns in B, the draws leave open. | To know all, 5. The most valuable figure: `b`, €13 a person. | No pilot can tell. |',
    );
  });

  it('makes the row of one municipality anew', () => {
    const table = tableOf(['| Alphen-Chaam | old |', '| Heerlen | old |']);
    expect(renewed(table, ['alphen-chaam'], (name) => `| Alphen-Chaam | ${name} |`)).toBe(
      tableOf(['| Alphen-Chaam | alphen-chaam |', '| Heerlen | old |']),
    );
  });

  it('prices what it takes to follow people, and says that it is an assumption', () => {
    const text = readFileSync('scenarios/README.md', 'utf8').replaceAll(/\s+/g, ' ');
    const [perPerson, fixed] = [prices.perPerson, prices.fixed].map((euros) => euros.toLocaleString('en'));
    expect(text).toContain(`priced at €${perPerson} a person`);
    expect(text).toMatch(new RegExp(`€${fixed} a pilot \\([^)]*\\): both are assumptions`));
  });

  it('has its place among the scenarios', () => {
    const text = readFileSync('scenarios/README.md', 'utf8');
    expect(text).toMatch(/<!-- decisions -->\n[\s\S]*\n<!-- \/decisions -->/);
  });
});
