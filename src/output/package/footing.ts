/**
 * The footing of results: what must be the same before they can be compared. A run writes it into manifest.json, and code that
 * compares several results uses `unlikeThings`.
 *
 * | differs in            | compare                | report of several | points of a sweep |
 * |-----------------------|------------------------|-------------------|-------------------|
 * | horizon               | refused (`--horizon`)  | not ranked        | said              |
 * | discount rate         | refused (`--set`)      | not ranked        | said              |
 * | date discounted to    | refused (`--discount-to`), but for each cohort's own first permit | not ranked | said |
 * | self-sufficiency      | refused (`--set`)      | not ranked        | said              |
 * | year of prices        | said                   | said              | said              |
 * | law                   | said                   | said              | cannot be changed |
 * | first permits         | said                   | said              | said              |
 * | posterior             | said                   | said              | said              |
 * | reference approach    | said                   | said              | said              |
 * | population            | said (`--standardised` brings it to one footing) | said | that is what a sweep is for |
 * | seed, draws, version, data files | are one     | said              | are one           |
 *
 * `compare` ranks, so it refuses differences that would make the ranks meaningless, which the user can remove with an option; a report
 * shows finished results, which cannot be changed any more, and does not rank such ones. Shares are compared at a month that all
 * results have. `merge` puts together parts of one and the same run, and refuses all others.
 */

import { z } from 'zod';
import { moneyBasisOf } from '../../domain/measures/money-basis.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Outside } from '../../domain/time/coverage.js';

export const footingSchema = z.object({
  horizon_years: z.number(),
  discount_rate: z.number(),
  /** 2.5 and 97.5 % points that the rate was drawn between. */
  discount_rate_range: z.tuple([z.number(), z.number()]).optional(),
  discounted_to: z.string(),
  discounted_to_is: z.enum(['first_permit', 'given']),
  price_year: z.number().optional(),
  /** Absent: written before there was more than one. */
  regime: z.string().optional(),
  law: z.string(),
  self_sufficiency: z.object({ states: z.array(z.string()), sustained_months: z.number() }),
  first_permit: z.string(),
  inflow_months: z.number(),
  /** The approach that the others are compared with. */
  reference: z.string().optional(),
  /** Joint draws of parameters: their name in the scenario, and a hash of their file; or none. */
  posterior: z.object({ name: z.string(), sha256: z.string().optional() }).optional(),
});

/** Names of compared results, numbered where several are the same. */
export function distinctNames(names: readonly string[]): string[] {
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : `${name} (${names.slice(0, i + 1).filter((each) => each === name).length})`,
  );
}

/** What decides whether results can be compared. */
export type Footing = z.infer<typeof footingSchema>;

export const outsideSchema: z.ZodType<Outside> = z.object({
  kind: z.enum(['before', 'after', 'law']),
  of: z.string(),
  begins: z.string().optional(),
  ends: z.string().optional(),
  from: z.string(),
  until: z.string(),
}) as z.ZodType<Outside>;

/** The parts of a scenario that its footing depends on. */
export interface Footed {
  readonly tree: ScenarioTree;
  /** The files of its posterior, that of the draws first; a name alone does not identify their contents. */
  readonly fitted?: { readonly files: readonly { readonly sha256: string }[] } | undefined;
}

function posteriorOf({ tree, fitted }: Footed): NonNullable<Footing['posterior']> {
  const sha256 = fitted?.files[0]?.sha256;
  return { name: tree.posterior ?? 'none', ...(sha256 === undefined ? {} : { sha256 }) };
}

/** The footing of a scenario's results. */
export function footingOf(scenario: Footed): Footing {
  const { tree } = scenario;
  const basis = moneyBasisOf(tree);
  const { rateRange, priceYear } = basis;
  return {
    horizon_years: tree.horizon_years,
    discount_rate: basis.rate,
    ...(rateRange === undefined ? {} : { discount_rate_range: [...rateRange] as [number, number] }),
    discounted_to: basis.discountedTo,
    discounted_to_is: basis.isFirstPermit ? 'first_permit' : 'given',
    ...(priceYear === undefined ? {} : { price_year: priceYear }),
    regime: tree.regime,
    law: tree.law?.name ?? tree.regime,
    self_sufficiency: tree.self_sufficiency,
    first_permit: tree.cohort.first_permit,
    inflow_months: centralValue(tree.cohort.inflow_months),
    reference: tree.reference,
    posterior: posteriorOf(scenario),
  };
}

/** A footing with the name of the result. */
export interface NamedFooting {
  readonly name: string;
  readonly footing: Footing;
}

/** A thing in which results may differ, as a text that is equal where they do not; undefined: older results do not record it. */
const things = {
  horizon: (footing: Footing) => String(footing.horizon_years),
  rate: (footing: Footing) => JSON.stringify([footing.discount_rate, footing.discount_rate_range]),
  date: (footing: Footing) => (footing.discounted_to_is === 'first_permit' ? '' : footing.discounted_to),
  prices: (footing: Footing) => String(footing.price_year),
  selfSufficiency: ({ self_sufficiency: { states, sustained_months: months } }: Footing) =>
    JSON.stringify([[...states].sort(), months]),
  law: (footing: Footing) => footing.law,
  permits: (footing: Footing) => footing.first_permit,
  posterior: ({ posterior }: Footing) => posterior && (posterior.sha256 ?? posterior.name),
  reference: (footing: Footing) => footing.reference,
};

export type Thing = keyof typeof things;

/** A thing in which results differ: its values, each with the names of the results that have it. */
export interface Unlike {
  readonly thing: Thing;
  readonly values: readonly { readonly footing: Footing; readonly who: readonly string[] }[];
  /** Further values, beyond those that are listed. */
  readonly more: number;
}

/** The most values that are listed. */
const LISTED = 4;

/** Things that results must have alike to be ranked: each decides what a number counts. */
export const rankedBy = ['horizon', 'rate', 'date', 'selfSufficiency'] as const satisfies readonly Thing[];

/** Whether results can be ranked; those from before footings were recorded are not held against others. */
export function canBeRanked(results: readonly { readonly footing?: Footing | undefined }[]): boolean {
  const known = results.flatMap(({ footing }) => (footing === undefined ? [] : [{ name: '', footing }]));
  return !unlikeThings(known).some(({ thing }) => rankedBy.some((each) => each === thing));
}

/** The things in which results differ. */
export function unlikeThings(results: readonly NamedFooting[]): Unlike[] {
  return (Object.keys(things) as Thing[]).flatMap((thing) => {
    const groups = new Map<string, { footing: Footing; names: string[] }>();
    for (const { name, footing } of results) {
      const key = things[thing](footing);
      if (key === undefined) continue;
      const group = groups.get(key) ?? { footing, names: [] };
      group.names.push(name);
      groups.set(key, group);
    }
    if (groups.size < 2) return [];
    const all = [...groups.values()].map(({ footing, names }) => ({ footing, who: names }));
    return [{ thing, values: all.slice(0, LISTED), more: Math.max(0, all.length - LISTED) }];
  });
}
