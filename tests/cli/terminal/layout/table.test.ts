import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTable, fitsWhole, type ScreenTable } from '../../../../src/cli/terminal/layout/table.js';
import { displayWidth } from '../../../../src/cli/terminal/layout/text.js';
import { plain } from '../../../../src/cli/terminal/screen.js';

const table: ScreenTable = {
  columns: [
    { heading: '', align: 'left' },
    { heading: 'sequential', align: 'right' },
    { heading: 'the difference', align: 'right' },
    { heading: 'better', align: 'right', said: (text) => `better in ${text} %` },
  ],
  groups: [
    { title: 'Euros', rows: [['bijstand for people', '60,200', '-4,000 [-6,200,\u00a0-1,800]', '100']] },
    { rows: [['net', '-68,700', '-4,600 [-7,600,\u00a0-600]', '0']] },
  ],
};

const at = (width: number) => drawTable(table, width, plain);

describe('drawTable', () => {
  it('shows everything beside each other where there is room, with a rule between groups', () => {
    expect(at(80)).toEqual([
      '                     sequential           the difference  better',
      '─'.repeat(64),
      'Euros',
      'bijstand for people      60,200  -4,000 [-6,200, -1,800]     100',
      '─'.repeat(64),
      'net                     -68,700    -4,600 [-7,600, -600]       0',
    ]);
  });

  it('has a label without room on a line of its own, above its numbers', () => {
    // 12 + 10 + 23 + 6 columns and three gaps.
    expect(at(57)).toEqual([
      '              sequential           the difference  better',
      '─'.repeat(57),
      'Euros',
      'bijstand for people',
      '                  60,200  -4,000 [-6,200, -1,800]     100',
      '─'.repeat(57),
      'net              -68,700    -4,600 [-7,600, -600]       0',
    ]);
  });

  it('leaves labels hardly any room beside their numbers before it breaks these', () => {
    expect(at(47).slice(0, 5)).toEqual([
      '    sequential           the difference  better',
      '─'.repeat(47),
      'Euros',
      'bijstand for people',
      '        60,200  -4,000 [-6,200, -1,800]     100',
    ]);
  });

  it('breaks numbers next, never within an interval', () => {
    expect(at(44).slice(3, 6)).toEqual([
      'bijstand for people',
      '        60,200                -4,000     100',
      '                    [-6,200, -1,800]',
    ]);
  });

  it('then cuts long words over numbers', () => {
    expect(at(39).slice(0, 5)).toEqual([
      '    sequenti…    the difference  better',
      '─'.repeat(39),
      'Euros',
      'bijstand for people',
      '       60,200            -4,000     100',
    ]);
  });

  it('puts a per cent sign below its word before it cuts the word, and keeps it where it cuts', () => {
    const headed = (width: number) =>
      drawTable(
        {
          columns: [
            { heading: 'gemeente', align: 'left' },
            { heading: 'zelfredzaam, % binnen 5 jaar', align: 'right' },
            { heading: 'bijstand, euro', align: 'right' },
          ],
          groups: [{ rows: [['Leiden', '+6', '-5.000']] }],
        },
        width,
        plain,
      ).slice(0, -2);
    expect(headed(35)).toEqual([
      '          zelfredzaam, %  bijstand,',
      'gemeente   binnen 5 jaar       euro',
    ]);
    expect(headed(33)).toEqual([
      '          zelfredzaam,',
      '            % binnen 5  bijstand,',
      'gemeente          jaar       euro',
    ]);
    expect(headed(30)).toEqual([
      '          zelfredz…',
      '           % binnen  bijstand,',
      'gemeente     5 jaar       euro',
    ]);
  });

  it('moves below a row what does not fit beside it', () => {
    expect(at(36).slice(2)).toEqual([
      'Euros',
      'bijstand for people',
      '        60,200                -4,000',
      '                    [-6,200, -1,800]',
      '  better in 100 %',
      '─'.repeat(36),
      'net',
      '       -68,700                -4,600',
      '                      [-7,600, -600]',
      '  better in 0 %',
    ]);
  });

  it.each([60, 80, 160])(
    'keeps every number in its row in %i columns, whatever the approaches are called',
    (width) => {
      const label = 'Vluchtelingenwerkbegeleiding voor iedereen, ook wie al langer';
      const numbers = ['-172,800', '-172,900', '-12,850 [-16,740,\u00a0+12,270]', '100'];
      const long = (heading: string) => ({ heading, align: 'right' }) as const;
      const drawn = drawTable(
        {
          columns: [
            { heading: '', align: 'left' },
            ...[label, `${label} is`, 'difference'].map(long),
            { heading: 'better', align: 'right', said: (text) => `better in ${text}` },
          ],
          groups: [{ rows: [[label, ...numbers]] }],
        },
        width,
        plain,
      );
      expect(drawn.join('\n')).not.toContain('better in');
      expect(drawn.filter((line) => displayWidth(line) > width)).toEqual([]);
      const words = drawn.join(' ').split(/\s+/);
      expect(words).toEqual(expect.arrayContaining(numbers.flatMap((number) => number.split(/\s/))));
    },
  );
});

describe('a table of any texts', () => {
  it('is no wider than the terminal, and cuts nothing without a mark', () => {
    const word = fc.stringMatching(/^[a-zé莱]{1,40}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const made = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .chain(([columns, rows]) =>
        fc.record({
          headings: fc.array(text, { minLength: columns, maxLength: columns }),
          rows: fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
        }),
      );
    fc.assert(
      fc.property(made, fc.integer({ min: 60, max: 160 }), ({ headings, rows }, width) => {
        const lines = drawTable(
          {
            columns: headings.map((heading, i) => ({ heading, align: i === 0 ? 'left' : 'right' })),
            groups: [{ rows }],
          },
          width,
          plain,
        );
        // What stands below its row is prose, in which words stay whole.
        const widest = Math.max(...lines.map(displayWidth));
        expect(widest).toBeLessThanOrEqual(width);
        const letters = (of: string) => of.replace(/[^a-zé莱]/g, '').length;
        const shown = lines.join('');
        if (!shown.includes('…'))
          expect(letters(shown)).toBeGreaterThanOrEqual(letters(rows.flat().join('')));
      }),
      { numRuns: 200 },
    );
  });
});

describe('fitsWhole', () => {
  it('tells whether no cell need be broken; headings may be', () => {
    expect(fitsWhole(table, 64)).toBe(true);
    expect(fitsWhole(table, 63)).toBe(false);
  });
});

it('parts a name that is wider than the terminal, and loses none of it', () => {
  const name = `approaches.parallel.activities.${'assessment_'.repeat(4)}in_centre.for.share.values.housed`;
  const drawn = (width: number) =>
    drawTable(
      {
        columns: [
          { heading: 'path', align: 'left', isWhole: true },
          { heading: 'value', align: 'left' },
        ],
        groups: [{ rows: [[name, '0.25']] }],
      },
      width,
      plain,
    );
  for (const width of [60, 61, 79]) {
    const lines = drawn(width);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    const all = lines.map((line) => line.trim()).join('');
    expect(all).toContain(name);
    expect(all).not.toContain('…');
  }
});
