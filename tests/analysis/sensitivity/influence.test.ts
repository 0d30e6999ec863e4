import { describe, expect, it } from 'vitest';
import { correlatedSets } from '../../../src/analysis/sensitivity/correlated-sets.js';
import { type InputInfluence, influencesOf } from '../../../src/analysis/sensitivity/influence.js';
import { normalQuantile } from '../../../src/engine/random/special.js';
import { uniformAt } from '../../../src/engine/random/threefry.js';

const DRAWS = 64;

/** Values that repeat over the draws. */
const pattern = (...values: readonly number[]) =>
  Array.from({ length: DRAWS }, (_, draw) => values[draw % values.length]!);

// Orthogonal to each other, and in every block of four draws 0 on average.
const first = pattern(1, -1, 1, -1);
const second = pattern(1, -1, -1, 1);
const third = pattern(1, 1, -1, -1);
/** The same within blocks of four draws. */
const ofBlock = pattern(1, 1, 1, 1, -1, -1, -1, -1);

const sum = (...parts: readonly (readonly [number, readonly number[]])[]) =>
  Array.from({ length: DRAWS }, (_, draw) => parts.reduce((all, [of, by]) => all + of * by[draw]!, 0));

const normals = (column: number, rows: number) =>
  Array.from({ length: rows }, (_, row) => normalQuantile(uniformAt(21, 22, row, column)));

const standOut = (inputs: readonly InputInfluence[]) =>
  inputs.filter(({ isDistinct }) => isDistinct).map(({ path }) => path);

describe('influencesOf', () => {
  it('splits the variance, without what luck makes of it, by hand', () => {
    // Of 9 + 1 + 4, where 4 is not known: 256 left over 63 - 2 rows, which makes 4 / 61 of each part.
    const { inputs, explained, isOfAll } = influencesOf(
      new Map([
        ['b', second],
        ['never', pattern(7)],
        ['a', first],
      ]),
      sum([-3, first], [1, second], [2, third]),
      { block: 1 },
    );
    expect(isOfAll).toBe(true);
    expect(inputs.map(({ path, rises, isDistinct }) => [path, rises, isDistinct])).toEqual([
      ['a', false, true],
      ['b', true, true],
      ['never', false, false],
    ]);
    expect(inputs[0]!.share).toBeCloseTo((9 - 4 / 61) / 14, 12);
    expect(inputs[1]!.share).toBeCloseTo((1 - 4 / 61) / 14, 12);
    expect(inputs[2]).toMatchObject({ share: 0, shareLow: 0, shareHigh: 0 });
    expect(explained).toBeCloseTo((10 - 8 / 61) / 14, 12);
    // In units of 64 / 63: e = 4 / 61 makes 4 x 9 e - 2 e^2 of the part's variance, and the draws make 2 / 64 of its square.
    const [e, scale] = [(4 / 61) * (64 / 63), 14 * (64 / 63)];
    const part = 9 * (64 / 63) - e;
    const variance = 4 * 9 * (64 / 63) * e - 2 * e ** 2 + (2 * part ** 2) / 64;
    expect(inputs[0]!.shareHigh - inputs[0]!.share).toBeCloseTo((1.959964 * Math.sqrt(variance)) / scale, 6);
  });

  it('takes out what the persons of a block have in common', () => {
    const outcome = sum([1, first], [9, ofBlock]);
    const inputs = new Map([
      ['a', first],
      ['b', second],
    ]);
    const within = influencesOf(inputs, outcome, { block: 4, variance: 64 / 63 }).inputs;
    expect(within[0]!.share).toBeCloseTo(1, 12);
    expect(within[0]!.isDistinct).toBe(true);
    expect(standOut(influencesOf(inputs, outcome, { block: 1 }).inputs)).toEqual([]);
  });

  it('follows a parabola, whose inputs do not rise', () => {
    // Values 1 to 64 in an order that has both halves in every block; (x - 32.5)^2 is a parabola in the ranks.
    const x = Array.from({ length: DRAWS }, (_, draw) => 1 + ((draw * 29) % 64));
    const { inputs } = influencesOf(
      new Map([['x', x]]),
      x.map((value) => (value - 32.5) ** 2),
      { block: 1 },
    );
    expect(inputs[0]!.share).toBeCloseTo(1, 9);
    expect(inputs[0]!.isDistinct).toBe(true);
  });

  it('lets inputs that go together share what they explain together', () => {
    const twins = new Map([
      ['a', first],
      ['twin', first.map((value) => 2 * value + 1)],
      ['b', second],
    ]);
    const { inputs } = influencesOf(twins, sum([2, first], [1, second]), { block: 4 });
    expect(inputs.map(({ share }) => share.toFixed(9))).toEqual([
      '0.400000000',
      '0.400000000',
      '0.200000000',
    ]);
    // y = x1 + chance; x2 does nothing, but is correlated 0.8 with x1: parts 1 - 0.32 and 0.32 (see `linear-shapley.test.ts`).
    const rows = 1000;
    const [one, rest, luck] = [0, 1, 2].map((column) => normals(column, rows));
    const two = one!.map((value, i) => 0.8 * value + 0.6 * rest![i]!);
    const correlated = influencesOf(
      new Map([
        ['one', one!],
        ['two', two],
      ]),
      one!.map((value, i) => value + luck![i]!),
      { block: 1, variance: 1 },
    ).inputs;
    expect(correlated.map(({ path }) => path)).toEqual(['one', 'two']);
    // A parabola in the ranks takes 3 / pi = 0.955 of a normal.
    expect(Math.abs(correlated[0]!.share - 0.955 * 0.68)).toBeLessThan(0.1);
    expect(Math.abs(correlated[1]!.share - 0.955 * 0.32)).toBeLessThan(0.06);
  });

  it('names what stands out where draws are too few for all, and nothing where all is luck', () => {
    const many = Array.from({ length: 100 }, (_, j): [string, number[]] => [
      `input ${j}`,
      normals(100 + j, DRAWS),
    ]);
    const luck = normals(99, DRAWS);
    const strong = influencesOf(new Map(many), sum([3, many[17]![1]], [1, luck]), { block: 1 });
    expect(strong.isOfAll).toBe(false);
    expect(standOut(strong.inputs)).toEqual(['input 17']);
    expect(strong.inputs.at(-1)!.share).toBeNaN();
    expect(Math.abs(strong.explained - 0.9)).toBeLessThan(0.2);
    expect(standOut(influencesOf(new Map(many), luck, { block: 1 }).inputs)).toEqual([]);
    expect(standOut(influencesOf(new Map(many), pattern(3), { block: 1 }).inputs)).toEqual([]);
  });
});

describe('what is told from nothing', () => {
  it('is an accident in no more than one of twenty runs', () => {
    // 20 runs with 15 inputs that do nothing: one is expected in all, more than four in one of 250.
    let accidents = 0;
    for (let run = 0; run < 20; run++) {
      const inputs = Array.from({ length: 15 }, (_, j): [string, number[]] => [
        `${j}`,
        normals(1000 + 20 * run + j, 100),
      ]);
      accidents += standOut(
        influencesOf(new Map(inputs), normals(5000 + run, 100), { block: 1 }).inputs,
      ).length;
    }
    expect(accidents).toBeLessThan(5);
  });
});

describe('correlatedSets', () => {
  it('puts together what goes together, by way of others too', () => {
    const half = sum([1, first], [1, second]);
    const columns = [first, third, second, half].map((values) => Float64Array.from(values));
    expect(correlatedSets(columns)).toEqual([[0, 2, 3], [1]]);
  });
});
