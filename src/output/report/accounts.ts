/** Who pays what: discounted euros per person by payer and component, as printed, so that all add up. */

import { bijstandCost, decisive, ownBalance, programmeCost } from '../../domain/measures/money.js';
import { bijstandComponents } from '../../domain/measures/reward.js';
import { MUNICIPALITY } from '../../domain/schema/names.js';
import { stepOf } from '../number.js';
import { approachesOf, type CostLine, findRow, type ReportedApproach, type RunData } from './run-data.js';
import { splitParts } from './split-parts.js';

const ofBijstand: ReadonlySet<string> = new Set(bijstandComponents);

/** A line of the accounts of two approaches, as printed. */
export interface AccountLine {
  readonly component: string;
  readonly payer: string;
  readonly before: number;
  readonly after: number;
}

/** What the two approaches cost, as printed: every sum is that of its parts. */
export interface Accounts {
  /** Error by which all of it is rounded. */
  readonly error: number;
  /** Bijstand, which the municipality pays, then the programme by payer. */
  readonly bijstand: AccountLine;
  readonly programme: readonly AccountLine[];
  readonly lines: readonly AccountLine[];
}

/** Adds up the years of the lines that have the same key. */
function sumsOf(lines: readonly CostLine[], key: (line: CostLine) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(key(line), (sums.get(key(line)) ?? 0) + line.discounted);
  return sums;
}

const lineKey = ({ component, payer }: CostLine) => JSON.stringify([component, payer]);
const isBijstand = ({ component }: Pick<CostLine, 'component'>) => ofBijstand.has(component);

/** The accounts of an approach beside its reference; undefined where the run does not tell them. */
export function accountsOf(run: RunData, approach: ReportedApproach): Accounts | undefined {
  const level = (name: string, measure: string) => findRow(run.estimates, name, measure);
  const gain = (measure: string) => findRow(run.differences, approach.name, measure);
  const [bijstand, programme] = [bijstandCost, programmeCost].map(({ discounted: { name } }) => {
    return { before: level(run.reference.name, name), after: level(approach.name, name), gain: gain(name) };
  });
  const balance = gain(decisive.name);
  const rows = [bijstand!, programme!].flatMap((each) => [each.before, each.after]);
  if (balance === undefined || rows.some((row) => row === undefined)) return undefined;
  const both = [run.reference, approach].map(({ name }) =>
    run.costs.filter((line) => line.approach === name),
  );
  if (
    both.some((lines) => lines.length === 0 || lines.some(({ discounted }) => !Number.isFinite(discounted)))
  )
    return undefined;
  // Of the levels: a difference may have a step of its own.
  const { error } = bijstand!.before!;
  const step = stepOf('euros', balance.estimate, error) || 1;
  const shown = ({ before, after }: typeof bijstand & object) => [before!.shown, after!.shown] as const;
  const ofKind = (want: boolean) => both.map((lines) => lines.filter((line) => isBijstand(line) === want));
  const byPayer = ofKind(false).map((lines) => sumsOf(lines, ({ payer }) => payer));
  const payers = [...new Set(byPayer.flatMap((sums) => [...sums.keys()]))];
  const own = [run.reference, approach].map(({ name }) => level(name, ownBalance.discounted.name));
  const parts = [bijstand!, programme!].map(shown);
  const [before, after] = splitByPayer(
    parts[1]!,
    own.map((row, i) => (row === undefined ? Number.NaN : -row.shown - parts[0]![i]!)),
    byPayer,
    payers,
    step,
  );
  return {
    error,
    bijstand: { component: 'bijstand', payer: MUNICIPALITY, before: parts[0]![0], after: parts[0]![1] },
    programme: payers.map((payer, i) => ({ component: '', payer, before: before[i]!, after: after[i]! })),
    lines: [
      ...linesOf(parts[0]!, ofKind(true), step),
      ...payers.flatMap((payer, i) =>
        linesOf(
          [before[i]!, after[i]!],
          ofKind(false).map((lines) => lines.filter((line) => line.payer === payer)),
          step,
        ),
      ),
    ],
  };
}

/** Parts of a total before and after, rounded so that both add up, and their differences too. */
function split(
  totals: readonly [number, number],
  sums: readonly ReadonlyMap<string, number>[],
  keys: readonly string[],
  step: number,
): [number[], number[]] {
  const sumsAt = (which: number) => keys.map((key) => sums[which]!.get(key) ?? 0);
  const [held, changed] = [sumsAt(0), sumsAt(1)];
  const parts = splitParts(
    totals,
    held.map((value, i) => [value, changed[i]!] as const),
    step,
  );
  return [parts.map(([before]) => before), parts.map(([, after]) => after)];
}

/** The programme by payer: the municipality's part is what its balance as printed leaves, where the run tells that. */
function splitByPayer(
  totals: readonly [number, number],
  own: readonly number[],
  sums: readonly ReadonlyMap<string, number>[],
  payers: readonly string[],
  step: number,
): [number[], number[]] {
  const [held, kept] = own;
  if (!payers.includes(MUNICIPALITY) || !Number.isFinite(held) || !Number.isFinite(kept))
    return split(totals, sums, payers, step);
  const others = payers.filter((payer) => payer !== MUNICIPALITY);
  const [before, after] = split([totals[0] - held!, totals[1] - kept!], sums, others, step);
  const place = (amount: number, rest: readonly number[]) =>
    payers.map((payer) => (payer === MUNICIPALITY ? amount : rest[others.indexOf(payer)]!));
  return [place(held!, before), place(kept!, after)];
}

function linesOf(
  totals: readonly [number, number],
  lines: readonly (readonly CostLine[])[],
  step: number,
): AccountLine[] {
  const sums = lines.map((own) => sumsOf(own, lineKey));
  const keys = [...new Set(sums.flatMap((own) => [...own.keys()]))];
  const [before, after] = split(totals, sums, keys, step);
  return keys.map((key, i) => {
    const [component, payer] = JSON.parse(key) as [string, string];
    return { component, payer, before: before[i]!, after: after[i]! };
  });
}

/** The municipality's own balance under two approaches: minus bijstand and its part of the programme. */
export function municipalBalance({ bijstand, programme }: Accounts): { before: number; after: number } {
  const own = programme.find(({ payer }) => payer === MUNICIPALITY);
  return {
    before: -(bijstand.before + (own?.before ?? 0)),
    after: -(bijstand.after + (own?.after ?? 0)),
  };
}

/** The accounts of every approach beside the reference. */
export function allAccounts(run: RunData): { approach: ReportedApproach; accounts: Accounts }[] {
  return approachesOf(run)
    .slice(1)
    .flatMap((approach) => {
      const accounts = accountsOf(run, approach);
      return accounts === undefined ? [] : [{ approach, accounts }];
    });
}
