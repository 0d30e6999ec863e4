/** `doorstroom threshold` on the scenario of `price.ts`, whose answer is known. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRunFolder } from '../../src/output/package/run-folder.js';
import { thresholdChapter } from '../../src/output/report/build-threshold-report.js';
import { expectDescribed, rowsOf } from './in-folder.js';
import { folder, PRICE, reportOn, run, scenario } from './price.js';
import { runHere } from './program-here.js';

describe('threshold', () => {
  it('is where a straight line through a run crosses the target', async () => {
    const { status, stdout } = await run('threshold', PRICE, '--at', '-150', '--lang', 'nl');
    expect(status).toBe(0);
    await run('run', '--set', `${PRICE}=200`, '--quiet');
    const at200 = rowsOf(join(folder, 'run', 'price', 'differences.csv')).find(
      ({ measure }) => measure === 'net_balance_discounted',
    )!;
    const perEuro = Number(at200.estimate) / 200;
    const results = join(folder, 'threshold', `threshold-price-${PRICE}`);
    const [row, ...more] = rowsOf(join(results, 'threshold.csv'));
    expect(more).toEqual([]);
    expect(row).toMatchObject({ direction: 'down', from: '100', to: '300', target: '-150' });
    expect(Number(row!.value)).toBeCloseTo(-150 / perEuro, 6);
    expect(Number(row!.difference_to)).toBeCloseTo(300 * perEuro, 6);
    expect(stdout).toContain(`niet meer boven -150 euro vanaf ${Number((-150 / perEuro).toPrecision(3))} (`);
    const said = (-150 / perEuro).toPrecision(3);
    const en = await reportOn(results, 'en');
    expect(en).toContain(
      `If “Nothing at a price: costs a participant” is below ${said}, the difference of “The same at a price” from “Sequential” is above -€150; if it is more, it is not (95% interval: cannot be estimated).`,
    );
    expect(await reportOn(results, 'nl')).toContain(
      `minder dan ${said}, dan ligt het verschil van ‘The same at a price’ met ‘Opeenvolgend’ boven -€ 150`,
    );
    expect(en).not.toContain('Changed on the command line');
    expect(en).toContain(`Settings of the analysis: path=`);
    expectDescribed(results);
  });

  it('is never within the range where the difference is on one side throughout', async () => {
    const { status, stdout } = await run('threshold', PRICE, '--from', '10', '--to', '20', '--json');
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        approaches: [expect.objectContaining({ above_at_ends: [false, false], crossings: [] })],
      }),
    ]);
    // Of so few draws there is no interval that could tell the side.
    const results = readRunFolder(join(folder, 'threshold', `threshold-price-${PRICE}`));
    const said = JSON.stringify(thresholdChapter(results, [], 'nl').said);
    expect(said).toContain('is niet te zeggen: bij geen ervan is het interval te bepalen.');
    expect(said).not.toContain('zegt het interval');
  });

  describe('in two numbers', () => {
    const wait = 'approaches.sequential.course.mean_wait';
    const named = (target: string) => join(folder, target, `threshold-price-${PRICE}-against-${wait}`);
    const inTwo = (at: string, out: string) =>
      runHere(
        ...['threshold', scenario, PRICE, '--against', wait, '--at', at, '--workers', '1'],
        ...['--draws', '1', '--replications', '1', '--out', join(folder, out)],
      );

    it('is a border at one price, whatever the other number is that the reference shares', async () => {
      const { stdout } = await inTwo('-150', 'two');
      const results = named('two');
      const rows = rowsOf(join(results, 'border.csv'));
      const lattice = rowsOf(join(results, 'lattice.csv'));
      expect(lattice.length).toBe(49);
      // On the lines of the lattice the difference is the price times what it is for a euro: that tells where -150 is.
      for (const { value, value_against, line, ...interval } of rows) {
        expect(line).toBe('1');
        const beside = lattice.find((each) => each.value_against === value_against)!;
        const perEuro = Number(beside.estimate) / Number(beside.value);
        expect(Number(value)).toBeCloseTo(-150 / perEuro, 6);
        // One draw tells no interval.
        expect(interval).toMatchObject({ interval_of: 'value', low: '', high: '' });
      }
      expect(new Set(rows.map((row) => row.value_against)).size).toBe(7);
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('crosses -150 euros along a border: from');
      // Cheap is above it, dear is not.
      expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
        /Above -150 euros is the side of “Nothing at a price: [^”]*” 100 with .*; not above it is the side of “Nothing at a price: [^”]*” 300 with /,
      );
      const text = await reportOn(results, 'en');
      expect(text).not.toContain('In brackets: the 95% interval');
      expect(text).toMatch(/Above -€150 is the side of “[^”]*” 100 with .* is the side of “[^”]*” 300 with /);
      expect(text).toContain('crosses -€150 along a border: from “Nothing at a price: costs a participant');
      expect(await reportOn(results, 'nl')).toContain('gaat door -€ 150 langs een grens: van ‘');
      expectDescribed(results);
      // As of more draws: an interval at the first place, and one without an end at the next.
      const banded = join(folder, 'banded', 'results');
      cpSync(results, banded, { recursive: true });
      const file = join(banded, 'border.csv');
      const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
      const withEnds = (line: string, ends: string) => line.replace(/,value,,,/, `,value,${ends},`);
      const [first, second, ...others] = lines;
      writeFileSync(
        file,
        [head, withEnds(first!, '151,209'), withEnds(second!, '152,'), ...others].join('\n'),
      );
      const told = await reportOn(banded, 'en');
      expect(told).toMatch(/\| 1\d\d \(95% interval 151 to 209\) \|/);
      expect(told).toMatch(/\| 1\d\d \(95% interval: from 152 to above the values looked at\) \|/);
      expect(told).toContain('In brackets: the 95% interval of that number');
      expect(readFileSync(join(banded, '..', 'report-en', 'report-border.svg'), 'utf8')).toContain(
        'Thin lines',
      );
    });

    it('is never within their ranges where the difference is on one side throughout', async () => {
      const { stdout } = await inTwo('0', 'never');
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('on average the answer does not turn on them.');
    });
  });

  it.each([
    [PRICE, ['--against', PRICE], /is the number itself; expected another one/],
    ['effects.wrk_men', [], /no number at "effects\.wrk_men" in Price; did you mean "effects\.work_men"/],
    [PRICE, ['--measure', 'net_balanc'], /--measure net_balanc: .*did you mean "net_balance"\?/],
    [
      PRICE,
      ['--measure', 'self_sufficient_share'],
      /it goes by year: expected one of self_sufficient_share@12,/,
    ],
    [
      PRICE,
      ['--measure', 'self_sufficient_share@60', '--at', '2'],
      /--at 2: .*did you mean 0\.02, which is 2 percentage points\?/,
    ],
    [PRICE, ['--from', '300'], /expected a range from a lower to a higher value, got 300 to 300/],
    ['cohort.size', [], /cohort\.size: is a whole number/],
  ])('refuses %s %j', async (path, options, message) => {
    const { status, stderr } = await run('threshold', path, ...options);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
