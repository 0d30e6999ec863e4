/** An attribute of people as one object, with everything about it. `all.ts` lists them. */

/** What every attribute needs to be drawn: this part of a scenario under one parameter draw. Single attributes need more. */
export interface DrawnFrom {
  /** In their order. */
  readonly origins: readonly { readonly name: string }[];
}

/**
 * How an attribute is drawn. There is a row for every combination of the values of the attributes in `by`, those of the last one
 * varying fastest; one row where it depends on none. A row is the weights of the values, which need not add up to one; or, of an
 * attribute that is `no` or `yes`, the share of `yes`.
 */
export type Draw =
  | { readonly by: readonly string[]; readonly weights: readonly (readonly number[])[] }
  | { readonly by: readonly string[]; readonly shares: readonly number[] };

/** The names of an attribute and its values for readers; a value without a name is shown as it is. */
interface AttributeWords {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A share that nobody has published: its value, between what it may well lie, and why. */
export interface AssumedShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly note: string;
}

/**
 * What the profile of an origin states under a name: a share, in the words of the schema; or one for each of some values. `default`:
 * what it is where a scenario says nothing of it; absent: every scenario has to.
 */
export type Stated =
  | { readonly share: string; readonly default?: AssumedShare }
  | {
      readonly shareOfEach: readonly string[];
      readonly default?: Readonly<Record<string, AssumedShare>>;
    };

/** What `for` of an activity may ask of an attribute: a list of values, whether it is so, or years from and to. */
export type Eligibility = (
  | { readonly asks: 'values'; readonly values: readonly string[] }
  | { readonly asks: 'truth' }
  | { readonly asks: 'years' }
) & {
  /** Which values are eligible; absent where eligibility depends on more than the value at the permit. */
  fits?(asked: unknown): readonly boolean[];
  /** Probability that someone fits, by the weights of the values. */
  chance(weights: readonly number[], asked: unknown): number;
};

/** An attribute with a small number of values, settled at the permit. */
export interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
  /** Addresses its random draw: another text would give everybody other random numbers. */
  readonly address: string;
  /** What persons.csv says about it besides its values. */
  readonly note?: string;
  /** Words in which results by it are reported; absent: it cannot be observed, and nothing is reported by it. */
  readonly reported?: { readonly nl: AttributeWords; readonly en: AttributeWords };
  /** What the profile of an origin states of it. */
  readonly profile?: Readonly<Record<string, Stated>>;
  readonly eligibility?: Eligibility;
  /** Hours a week by which each value reduces a person's capacity; absent: none. */
  hoursLess?(capacity: Readonly<Record<string, number>>): readonly number[];
  /** How it is drawn, after the attributes that stand before it. */
  draw(scenario: DrawnFrom): Draw;
}

/** Values of a yes-or-no attribute. */
export const noYes = ['no', 'yes'] as const;
/** The place of `yes` among them. */
export const YES = noYes.indexOf('yes');

/** By `no` and `yes`: a ratio for those with `yes`. */
export const ratioOfYes = (ratio: number): readonly number[] => [1, ratio];
/** By `no` and `yes`: only those with `yes`, or only the others. */
export const onlyYes: readonly number[] = [0, 1];
export const onlyNo: readonly number[] = [1, 0];

export const noYesWords = {
  nl: { no: 'nee', yes: 'ja' },
  en: { no: 'no', yes: 'yes' },
} as const;

/** A cohort of which the profile of every origin is known. */
export type Composed<Profile> = DrawnFrom & {
  readonly cohort: { readonly composition: Readonly<Record<string, Profile>> };
};

/** A row for each origin, from its profile in the composition. */
export function byOrigin<Profile, Row>(
  { origins, cohort }: Composed<Profile>,
  row: (of: Profile) => Row,
): Row[] {
  return origins.map(({ name }) => row(cohort.composition[name]!));
}

/** The total of some weights. */
export const totalOf = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);

/** Whoever has one of the listed values fits. */
export function amongValues<const Values extends readonly string[]>(values: Values) {
  const fits = (asked: unknown) => values.map((value) => (asked as readonly string[]).includes(value));
  return {
    asks: 'values' as const,
    values,
    fits,
    chance(weights: readonly number[], asked: unknown) {
      const allowed = fits(asked);
      return totalOf(weights.filter((_, i) => allowed[i])) / totalOf(weights);
    },
  };
}
