import { describe, expect, it } from 'vitest';
import { locales } from '../../src/output/language.js';
import {
  errorOfAmounts,
  formatAs,
  formatNumber,
  roundDecimals,
  roundDigits,
} from '../../src/output/number.js';

describe('errorOfAmounts', () => {
  const amount = (value: number, error: number) => ({ value, error });
  const shown = (...amounts: { value: number; error: number }[]) =>
    amounts.map(({ value }) => formatAs('euros', value, errorOfAmounts(amounts)));

  it('gives amounts below each other one step, whatever rounding error is among their errors', () => {
    // The least error that tells is 18,000: tens of thousands.
    expect(shown(amount(-2_193_067.479, 4e-96), amount(-95_603, 18_000), amount(31_400, 268_000))).toEqual([
      '-2,190,000',
      '-100,000',
      '30,000',
    ]);
    expect(shown(amount(0, 0), amount(0.4, 4e-96), amount(Number.NaN, Number.NaN))).toEqual(['0', '0', '-']);
    // Without errors, three digits of the largest.
    expect(shown(amount(-2_193_067.479, 0), amount(12.3, 1e-3))).toEqual(['-2,193,000', '0']);
  });
});

it.each(['nl', 'en'] as const)('writes whole numbers as others do in %s', (language) => {
  const format = new Intl.NumberFormat(locales[language], { signDisplay: 'negative' });
  const whole = [-0, ...Array.from({ length: 2101 }, (_, i) => i - 1050)];
  expect(whole.map((value) => formatNumber(value, 0, language))).toEqual(
    whole.map((value) => format.format(value)),
  );
});

describe('rounding as numbers are read', () => {
  it('goes half away from zero, whatever binary fractions come near', () => {
    expect([0.60625, 0.83125, -0.60625, 1.005, 2.5].map((value) => roundDecimals(value, 4))).toEqual([
      0.6063, 0.8313, -0.6063, 1.005, 2.5,
    ]);
    expect([roundDecimals(1.005, 2), roundDecimals(-0.5, 0), roundDecimals(1450, -2)]).toEqual([
      1.01, -1, 1500,
    ]);
    expect([roundDecimals(Number.NaN, 2), roundDecimals(Number.POSITIVE_INFINITY, 2)]).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('keeps so many digits', () => {
    const values = [0, 0.69445, 123_450, -0.000_123_45, 9.9996];
    expect(values.map((value) => roundDigits(value, 4))).toEqual([0, 0.6945, 123_500, -0.000_123_5, 10]);
    expect(roundDigits(Number.NaN, 4)).toBeNaN();
  });
});
