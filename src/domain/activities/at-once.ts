/**
 * Activities of one kind that run at once are as one of all their hours, so that a programme acts as much when it is written in parts
 * as when it is written as one. Each set of them that may run at once is a source of support: it runs when these do and no others of
 * the kind. What has no kind is a source alone.
 */

import type { Condition } from '../../engine/model/model.js';
import type { Scenario } from '../schema/scenario.js';
import { doseOf } from './kinds.js';

/** An activity that supports a target while `when` holds, with what its dose comes from; whole without a kind. */
export interface Member {
  readonly name: string;
  readonly when: Condition;
  readonly kind: string | undefined;
  readonly hours: number;
}

/** One activity, or several of a kind at once. Doses may be drawn. */
export interface Source {
  readonly name: string;
  readonly dose: number;
  readonly members: readonly Member[];
  /** All that could run with these. */
  readonly alike: readonly Member[];
}

/** Those of one kind, in the order of the first of each; what has none is alone. */
function alikeIn<Item extends { readonly kind?: string | undefined }>(items: readonly Item[]): Item[][] {
  const first = items.filter(
    ({ kind }, i) => kind === undefined || items.findIndex((other) => other.kind === kind) === i,
  );
  return first.map((item) =>
    item.kind === undefined ? [item] : items.filter(({ kind }) => kind === item.kind),
  );
}

/** How many sources there are for activities of such kinds. */
export function countSources(activities: readonly { readonly kind?: string | undefined }[]): number {
  return alikeIn(activities).reduce((sum, { length }) => sum + 2 ** length - 1, 0);
}

/** All sets of some. */
function setsOf<Item>(items: readonly Item[]): Item[][] {
  let sets: Item[][] = [[]];
  for (const item of items) sets = [...sets, ...sets.map((set) => [...set, item])];
  return sets.filter(({ length }) => length > 0);
}

/** The activities, and behind them the sets of several, with the dose of their hours together. */
export function sourcesFrom(scenario: Scenario, members: readonly Member[]): Source[] {
  const sources = alikeIn(members).flatMap((alike) =>
    setsOf(alike).map((set): Source => {
      const hours = set.reduce((sum, member) => sum + member.hours, 0);
      return {
        name: set.map(({ name }) => name).join('+'),
        dose: doseOf(scenario, { kind: set[0]!.kind, hours_per_week: hours }),
        members: set,
        alike,
      };
    }),
  );
  const alone = members.map((member) => sources.find((source) => isOnly(source, member))!);
  return [...alone, ...sources.filter((source) => source.members.length > 1)];
}

const isOnly = ({ members }: Source, member: Member) => members.length === 1 && members[0] === member;

const allOf = (members: readonly Member[]): Condition =>
  members.length === 1 ? members[0]!.when : { all: members.map(({ when }) => when) };

/** Condition that a source runs: its members, and no others of the kind. */
export function runs({ members, alike }: Source): Condition {
  const others = alike.filter((member) => !members.includes(member));
  if (others.length === 0) return allOf(members);
  return { all: [allOf(members), ...others.map(({ when }) => ({ not: when }))] };
}

/**
 * Condition that a source counts: it runs, and nothing else of a larger dose does, nor of the same dose and a kind that comes
 * before its own. One without dose never counts. Doses decide the conditions and never which conditions there are.
 *
 * @param sources in their order
 */
export function countsWhen(source: Source, sources: readonly Source[]): Condition {
  if (source.dose === 0) return { any: [] };
  const place = ({ alike }: Source) => sources.findIndex((other) => other.alike === alike);
  const larger = sources.filter(
    (other) =>
      other.alike !== source.alike &&
      (other.dose > source.dose || (other.dose === source.dose && place(other) < place(source))),
  );
  // With a set the sets that it is part of are as large, so the smallest say enough; the engine bears no endless condition.
  const smallest = larger.filter(
    ({ members }) =>
      !larger.some(
        (other) =>
          other.members.length < members.length && other.members.every((member) => members.includes(member)),
      ),
  );
  return { all: [runs(source), ...smallest.map(({ members }) => ({ not: allOf(members) }))] };
}

/** Condition that nothing that counts for anything runs. */
export function nothingOf(sources: readonly Source[]): Condition {
  const single = sources.filter(({ dose, members }) => dose > 0 && members.length === 1);
  return { not: { any: single.map(({ members }) => members[0]!.when) } };
}
