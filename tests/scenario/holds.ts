/**
 * The small language of the column `holds` in scenarios/source.csv, which holds the numbers of a scenario to those of its source:
 * `approaches.parallel.activities.plan.weeks = 12` or `cohort.size * 75 / 100 between 70 and 80`. There are paths of the scenario
 * (of another one as `leiden:cohort.size`), numbers, dates and words, `+ - * / ( )` and `ln`. A path stands for the central value;
 * `.low` and `.high` behind it for the ends of its range, `.ratio` for that of a tie, `.values.NAME` for the number under an answer.
 */

type Value = number | string;

const token = /\d{4}-\d\d-\d\d|\d+(?:\.\d+)?|(?:[\w/-]+:)?[a-z_][\w-]*(?:\.[\w-]+)+|[a-z_]+|[-+*/()=]/g;
const path = /^(?:[\w/-]+:)?[a-z_][\w-]*\./;
/** Binary rounding is no difference. */
const ROUNDING = 1e-9;

class Reader {
  private readonly tokens: string[];

  constructor(
    check: string,
    private readonly valueAt: (path: string) => Value,
  ) {
    this.tokens = check.match(token) ?? [];
    if (this.tokens.join('') !== check.replaceAll(' ', '')) throw new Error(`${check}: cannot be read`);
  }

  next(...expected: string[]): string | undefined {
    return expected.length === 0 || expected.includes(this.tokens[0]!) ? this.tokens.shift() : undefined;
  }

  sum(): Value {
    let value = this.product();
    for (let sign = this.next('+', '-'); sign !== undefined; sign = this.next('+', '-')) {
      const other = Number(this.product());
      value = Number(value) + (sign === '+' ? other : -other);
    }
    return value;
  }

  private product(): Value {
    let value = this.factor();
    for (let sign = this.next('*', '/'); sign !== undefined; sign = this.next('*', '/')) {
      const other = Number(this.factor());
      value = Number(value) * (sign === '*' ? other : 1 / other);
    }
    return value;
  }

  private factor(): Value {
    const first = this.next();
    if (first === 'ln') return Math.log(Number(this.factor()));
    if (first === '(') {
      const value = this.sum();
      if (this.next(')') === undefined) throw new Error('expected ")"');
      return value;
    }
    if (first === undefined) throw new Error('ends too soon');
    if (path.test(first)) return this.valueAt(first);
    return /^\d+(\.\d+)?$/.test(first) ? Number(first) : first;
  }
}

function isSame(one: Value, other: Value): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= ROUNDING * Math.abs(other);
}

/** What is wrong with a check, with the numbers that it comes to; undefined where it holds. */
export function whyNot(check: string, valueAt: (path: string) => Value): string | undefined {
  const reader = new Reader(check, valueAt);
  const value = reader.sum();
  const sign = reader.next('=', 'between');
  const from = reader.sum();
  const to = sign === 'between' && reader.next('and') !== undefined ? reader.sum() : undefined;
  if ((to === undefined) !== (sign === '=') || reader.next() !== undefined)
    throw new Error(`${check}: expected "A = B" or "A between B and C"`);
  if (to === undefined) return isSame(value, from) ? undefined : `${check}: ${value} is not ${from}`;
  const isWithin = Number(from) <= Number(value) && Number(value) <= Number(to);
  return isWithin ? undefined : `${check}: ${value} is not between ${from} and ${to}`;
}
