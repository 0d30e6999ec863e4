/** Columns of numbers as short texts. */

/** Signs that stand for themselves in JSON and in HTML: printable ASCII without quote, backslash and what opens markup. */
const SIGNS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
  (sign) => !'"\\<'.includes(sign),
);
const PLACE = new Map(SIGNS.map((sign, i) => [sign, i]));
const BASE = SIGNS.length;

/** Decimal numbers of a column as whole numbers above the least of them, after so many decimals, each in so many signs. */
interface Decimals {
  readonly decimals: number;
  readonly least: number;
  readonly width: number;
  readonly text: string;
}

/** A column; of numbers that have too many digits to be shortened, the numbers. */
export type PackedColumn = Decimals | readonly number[];

/** Decimals of a number as it is written. */
function decimalsOf(value: number): number {
  const [digits, exponent] = value.toExponential().split('e');
  return Math.max(0, digits!.replace(/^-?\d\.?/, '').length - Number(exponent));
}

function signsOf(whole: number, width: number): string {
  let [text, left] = ['', whole];
  for (let i = 0; i < width; i++) {
    text = SIGNS[left % BASE]! + text;
    left = Math.floor(left / BASE);
  }
  return text;
}

/** The numbers of a column, to the last bit. */
export function unpackColumn(packed: PackedColumn): number[] {
  if (!('text' in packed)) return [...packed];
  const { decimals, least, width, text } = packed;
  const wholeAt = (from: number) => {
    let whole = 0;
    for (let i = from; i < from + width; i++) whole = whole * BASE + PLACE.get(text[i]!)!;
    return whole;
  };
  // Read as it was written, so that it rounds to the same double.
  return Array.from({ length: text.length / width }, (_, i) =>
    Number(`${least + wholeAt(i * width)}e-${decimals}`),
  );
}

/** A column of numbers, as short as they can be read back to the last bit. */
export function packColumn(values: readonly number[]): PackedColumn {
  const decimals = Math.max(0, ...values.map(decimalsOf));
  const wholes = values.map((value) => Math.round(value * 10 ** decimals));
  const least = Math.min(...wholes);
  const range = Math.max(...wholes) - least;
  const width = Math.max(1, Math.ceil(Math.log(range + 1) / Math.log(BASE)));
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(range)) return values;
  const text = wholes.map((whole) => signsOf(whole - least, width)).join('');
  const packed = { decimals, least, width, text };
  const again = unpackColumn(packed);
  return values.every((value, i) => Object.is(value, again[i])) ? packed : values;
}
