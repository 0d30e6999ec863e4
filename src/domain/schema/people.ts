/** The schema of what attributes state in the profile of an origin, and of what activities may ask of them. */

import { z } from 'zod';
import { askedOfPeople, statedInProfiles } from '../attributes/all.js';
import { type Attribute, type Eligibility, noYes, type Stated } from '../attributes/attribute.js';
import { each, share } from './sections.js';

type Share = ReturnType<typeof share>;
type Shares<Name extends string> = z.ZodObject<{ [Each in Name]: Share }, z.core.$strict>;

type StatedShape<Profile> = {
  -readonly [Name in keyof Profile]: Profile[Name] extends {
    readonly shareOfEach: readonly (infer Value extends string)[];
  }
    ? Shares<Value>
    : Share;
};

/** A name as readers write it. */
const words = (name: string) => name.replaceAll('_', ' ');

function sharesOf(name: string, values: readonly string[]) {
  const one = () =>
    share().describe(`Share, of the adults of this origin, whose ${words(name)} is this at the permit.`);
  return each(values, one).describe(
    `The adults of this origin by ${words(name)} at the permit; the shares make one.`,
  );
}

function shapeOfStated<Profile extends Readonly<Record<string, Stated>>>(profile: Profile) {
  const shape = Object.entries(profile).map(([name, stated]) => [
    name,
    'share' in stated ? share().describe(stated.share) : sharesOf(name, stated.shareOfEach),
  ]);
  return Object.fromEntries(shape) as StatedShape<Profile>;
}

const truth = z.boolean();
/** In whole years, when the activity would start; for those who are too young the delay counts from that birthday. */
const years = z.strictObject({
  from: z.int().min(18).max(64).describe('The youngest who may take part, in whole years.'),
  to: z.int().min(18).max(64).describe('The oldest who may take part, in whole years.'),
});

type AskedSchema<Asked> = Asked extends {
  readonly asks: 'values';
  readonly values: readonly (infer Value extends string)[];
}
  ? z.ZodArray<z.ZodType<Value, Value>>
  : Asked extends { readonly asks: 'truth' }
    ? typeof truth
    : typeof years;

type AskedShape<All> = { -readonly [Name in keyof All]: z.ZodOptional<AskedSchema<All[Name]>> };

function schemaOfAsked(name: string, asked: Eligibility): z.ZodType {
  if (asked.asks === 'values')
    return z
      .array(z.enum(asked.values))
      .min(1)
      .describe(`Only people whose ${words(name)} at the permit is one of these.`);
  return asked.asks === 'truth'
    ? truth.describe(`true: only people with ${words(name)} at the permit; false: only those without.`)
    : years.describe(
        `Only people whose ${words(name)} lies between these, both included, when it would start.`,
      );
}

function shapeOfAsked<All extends Readonly<Record<string, Eligibility>>>(all: All) {
  const shape = Object.entries(all).map(([name, asked]) => [name, schemaOfAsked(name, asked).optional()]);
  return Object.fromEntries(shape) as AskedShape<All>;
}

/** What a profile states of its people. */
export const profileShape = shapeOfStated(statedInProfiles);

/** What `for` of an activity may ask, the origin aside. */
export const eligibilityShape = shapeOfAsked(askedOfPeople);

/** Shares of those with each value that fit, by attribute: of all that have a few values. */
function shapeOfParts(all: Readonly<Record<string, Eligibility>>): z.ZodRawShape {
  const shape = Object.entries(all).flatMap(([name, { asks, ...asked }]) => {
    if (asks === 'years') return [];
    const values = 'values' in asked ? asked.values : noYes;
    const one = () =>
      share().describe(`Share that fits, of people whose ${words(name)} at the permit is this.`);
    const section = each(values, one).partial();
    return [[name, section.describe(`Who fits, by ${words(name)} at the permit.`).optional()] as const];
  });
  return Object.fromEntries(shape);
}

/** By attribute and value, the share of those with it that fits. */
export type Parts = Readonly<
  Record<string, Readonly<Record<string, z.infer<Share> | undefined>> | undefined>
>;

/** What `part_of` may say, the origin aside. */
export const partsShape = shapeOfParts(askedOfPeople);

/** What the attributes of a law add to these. */
export function lawShapes(attributes: readonly Attribute[]): {
  profile: z.ZodRawShape;
  asked: z.ZodRawShape;
  parts: z.ZodRawShape;
} {
  const asked = Object.fromEntries(
    attributes.flatMap(({ name, eligibility }) =>
      eligibility === undefined ? [] : [[name, eligibility] as const],
    ),
  );
  return {
    profile: shapeOfStated(Object.assign({}, ...attributes.map(({ profile }) => profile))),
    asked: shapeOfAsked(asked),
    parts: shapeOfParts(asked),
  };
}
