/** The schema of a number of a scenario. */

import { z } from 'zod';
import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';
import { distributionNames, labels } from '../parameters/quantity.js';
import { label } from './label.js';
import { nodeBelow } from './number-at.js';
import { areUnlikeUnits } from './units.js';

/** Bounds that a quantity's value, low and high must respect, and the unit it is read in. */
export interface QuantityRule {
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Whether it may have a name for readers; others have one by their place. */
  readonly isNamed?: true;
}

/** Stands for the unit of a number that states its own unit. */
export const OWN_UNIT = 'in a unit of its own';

function bounded({ min, max, whole }: QuantityRule): z.ZodNumber {
  const number = whole === true ? z.int() : z.number();
  return number.check(...(min === undefined ? [] : [z.gte(min)]), ...(max === undefined ? [] : [z.lte(max)]));
}

/** What is said about any number beside its value and its range. */
const annotations = {
  interval: z
    .number()
    .gt(0)
    .lt(1)
    .describe('Probability that low and high enclose, such as 0.9; default 0.95.')
    .optional(),
  distribution: z
    .enum(distributionNames)
    .describe('How parameter draws spread over the range; fixed: every draw has the value.')
    .optional(),
  points: z
    .array(z.tuple([z.number().gt(0).lt(1), z.number()]))
    .min(2)
    .describe('Quantiles of distribution quantiles: pairs of probability and value, ascending.')
    .optional(),
  unit: z
    .string()
    .describe('Unit of the value, for readers; it has to fit the one that this place is read in.')
    .optional(),
  source: z.string().min(1).describe('Where the value comes from: document and page.').optional(),
  label: z
    .enum(labels)
    .describe(
      'published: read in the source; derived: arithmetic on it; unverified: second-hand; assumption: nobody has published it, and it has a range.',
    )
    .optional(),
  note: z.string().describe('The arithmetic, or the reason for the value and its range.').optional(),
};

/** What a number may be called, also one that follows from others; only readers ask for it, so that it is no part of the type. */
const nameFor = ({ isNamed }: QuantityRule): Record<never, never> =>
  isNamed === true
    ? {
        name: label(120)
          .describe('What readers call the number; without, they know it by a place that names it.')
          .optional(),
      }
    : {};

/** Marks a schema that nothing else uses as that of a number in a unit. zod's `meta` would make another of it. */
function inUnit<Schema extends z.ZodType>(schema: Schema, unit: string): Schema {
  z.globalRegistry.add(schema, { title: `quantity (${unit})`, unit });
  return schema;
}

/**
 * A plain number, or one with its annotations. Its value and its ends are described where an editor's schema is made: each description
 * is a schema of its own, and there are thirty kinds of numbers.
 */
function ownNumber(rule: QuantityRule) {
  const number = bounded(rule);
  const end = number.optional();
  const annotated = z
    .strictObject({
      value: number,
      low: end,
      high: end,
      ...annotations,
      ...nameFor(rule),
    })
    .superRefine((entry, context) => {
      const report = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      const { value, low, high, distribution, points } = entry;
      if ((low === undefined) !== (high === undefined)) {
        report(low === undefined ? 'high' : 'low', 'a range has both low and high');
      }
      if (low !== undefined && low > value) report('low', `low (${low}) is above value (${value})`);
      if (high !== undefined && high < value) report('high', `high (${high}) is below value (${value})`);
      const ranged = distribution !== undefined && !['fixed', 'quantiles'].includes(distribution);
      if (ranged && low === undefined)
        report('distribution', `distribution ${distribution} needs low and high`);
      if (distribution === 'quantiles') {
        if (points === undefined) report('distribution', 'distribution quantiles needs points');
        else if (
          points.some((point, i) => i > 0 && (point[0] <= points[i - 1]![0] || point[1] < points[i - 1]![1]))
        ) {
          report('points', 'points must ascend in probability and value');
        }
      }
      if (areUnlikeUnits(entry.unit, rule.unit))
        report('unit', `this number is read in ${rule.unit}, not in ${entry.unit}`);
      const outside = points?.find(([, at]) => !number.safeParse(at).success);
      if (outside !== undefined) {
        const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
        report('points', `points must lie between ${min} and ${max} (${rule.unit}), got ${outside[1]}`);
      }
      if ((distribution === 'lognormal' && (low ?? 1) <= 0) || (distribution === 'lognormal' && value <= 0)) {
        report('distribution', 'distribution lognormal needs value and low above 0');
      }
      if (
        distribution === 'logit-normal' &&
        [value, low, high].some((x) => x !== undefined && (x <= 0 || x >= 1))
      ) {
        report('distribution', `distribution ${distribution} needs value, low and high between 0 and 1`);
      }
      if (entry.label === 'assumption' && low === undefined && distribution !== 'fixed') {
        report(
          'label',
          'an assumption needs a range: low and high (or distribution: fixed, with a note why)',
        );
      }
      if (entry.label !== undefined && entry.source === undefined && entry.label !== 'assumption') {
        report('label', `a ${entry.label} number needs a source`);
      }
    });
  return [number, annotated] as const;
}

/**
 * A number that is tied to another. When a scenario is read, it is replaced by that number, so it is not part of the type of a scenario.
 */
const sameAsFields = {
  same_as: z.string().min(1).meta({
    description:
      'path of another number of the scenario, such as numbers.NAME or approaches.sequential.course.mean_wait: this one then is the same in every parameter draw',
  }),
  ratio: z
    .union(ownNumber({ unit: 'ratio', min: 0, max: 100 }))
    .meta({ title: 'quantity (ratio)', unit: 'ratio', description: 'times this, an unknown of its own' })
    .optional(),
  less: z
    .array(z.string().min(1))
    .min(1)
    .describe(
      'Paths of numbers that are taken off in every parameter draw: this one is what is left, at least nothing. So parts add up to their whole.',
    )
    .optional(),
  note: z.string().describe('Why the two numbers are one.').optional(),
};
const sameAs = z.strictObject(sameAsFields);

/** What is said about any number that hangs on an alternative. */
const choiceFields = {
  by: z
    .string()
    .min(1)
    .describe(
      'the alternative that this number hangs on: alternatives.NAME; every parameter draw takes the number of its option',
    ),
  unit: z.string().describe('Unit of the values that state none themselves.').optional(),
  note: z.string().describe('Why the number hangs on it.').optional(),
};
const optionName = z.string();

/**
 * A number that hangs on an alternative. When a scenario is read, it is replaced by what it is under the weightiest option, so it is not
 * part of the type of a scenario.
 */
function byAlternative(own: ReturnType<typeof ownNumber>, rule: QuantityRule) {
  const { unit } = rule;
  const { by, unit: ofValues, note } = choiceFields;
  const under = inUnit(z.union([...own, sameAs]), unit);
  const values = z.record(optionName, under).register(z.globalRegistry, {
    description: 'The number under each option of the alternative, by the name of the option.',
  });
  const chosen = z.strictObject({ by, values, unit: ofValues, note, ...nameFor(rule) });
  return chosen.superRefine((entry, context) => {
    if (areUnlikeUnits(entry.unit, unit))
      context.addIssue({
        code: 'custom',
        path: ['unit'],
        message: `this number is read in ${unit}, not in ${entry.unit}`,
      });
    const stated = [entry.unit, ...Object.values(entry.values).map((value) => nodeBelow(value, ['unit']))];
    const units = stated.filter((each) => typeof each === 'string');
    const unlike = units.find((each) => areUnlikeUnits(each, units[0]));
    if (unlike !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['values'],
        message: `one value is in ${units[0]}, another in ${unlike}; a number has one unit`,
      });
  });
}

function schemaOf(rule: QuantityRule) {
  const own = ownNumber(rule);
  const [number, annotated] = own;
  const tied = rule.isNamed === true ? z.strictObject({ ...sameAsFields, ...nameFor(rule) }) : sameAs;
  const union = z.union([number, annotated, tied, byAlternative(own, rule)]) as unknown as z.ZodUnion<
    [typeof number, typeof annotated]
  >;
  return inUnit(union, rule.unit);
}

/**
 * Schemas by rule, since there are few rules and many quantities, and zod prepares every schema separately. One schema per
 * quantity would take a sixth more CPU time before a scenario is read.
 */
const schemas = new Recent<string, ReturnType<typeof schemaOf>>(keptAtMost.quantitySchemas);

/**
 * Schema of a quantity: a plain number, or an object with `value` and its annotations. Both ends of the range obey
 * the same bounds as the value; `low <= value <= high`; a range is given whole; an `assumption` has one.
 */
export function quantity(rule: QuantityRule): ReturnType<typeof schemaOf> {
  return schemas.get(JSON.stringify(rule), () => schemaOf(rule));
}
