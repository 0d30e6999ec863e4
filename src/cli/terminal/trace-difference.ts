/** In words: where two traced lives part, and why. */

import { formatValue } from '../../output/number.js';
import type { Amount, Cause, Clock, Difference, Distribution, Fact } from '../../run/trace/trace.js';

/** Names of the two approaches: of the life in which the event happens, and of the other. */
interface ApproachNames {
  readonly here: string;
  readonly there: string;
}

/** Causes further down weigh less and are left out: what is listed should be read. */
const LISTED = 4;

const words = (name: string) => name.replaceAll('_', ' ');
const month = (value: number) => value.toFixed(1);
const ratio = (value: number) => formatValue(value, Number.NaN);

function orList(states: readonly string[]): string {
  const names = states.map(words);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Facts as they are: `jas: taking part`. */
function describeFacts(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ track, state }) => `${track}: ${words(state)}`))].join(', ');
}

/** Facts that stand in the way: `housing: centre, not housed`. */
function describeObstacles(facts: readonly Fact[]): string {
  const each = facts.map(({ track, state, wanted }) =>
    wanted.length === 0 ? `${track}: ${words(state)}` : `${track}: ${words(state)}, not ${orList(wanted)}`,
  );
  return [...new Set(each)].join('; ');
}

function describeDistribution(distribution: Distribution): string {
  if (distribution.kind === 'fixed') return `after ${ratio(distribution.months)} months`;
  if (distribution.kind === 'lognormal') return `a median of ${ratio(distribution.median)} months`;
  return `a time with ${distribution.kind} distribution`;
}

function describeClock(clock: Clock): string {
  if (clock.kind === 'gate') {
    return clock.delay?.kind === 'fixed' ? `after ${ratio(clock.delay.months)} months` : 'at once';
  }
  if (clock.kind === 'duration') {
    const { atMost, distribution } = clock;
    const bound =
      atMost === undefined ? '' : `, at most ${ratio(atMost.ratio)} for each of ${words(atMost.exposure)}`;
    return `${describeDistribution(distribution)}${bound}`;
  }
  const logs = clock.factors.map(({ pieces }) => (pieces.length === 1 ? pieces[0]!.log : undefined));
  if (logs.includes(undefined)) return 'a hazard that changes with time';
  const hazard = Math.exp(logs.reduce<number>((sum, log) => sum + log!, 0));
  return `a hazard of ${hazard.toPrecision(3)} a month`;
}

const unitNames = { exposure: 'months', load: 'hours above capacity', state: '', pace: '' } as const;

function describeAmount(
  { ratio: value, state, units, openedBy }: Amount,
  of: keyof typeof unitNames,
): string {
  const opened = openedBy === undefined || openedBy.length === 0 ? '' : ` (${describeFacts(openedBy)})`;
  const what =
    of === 'state' || of === 'pace'
      ? `${words(state ?? 'none')}${opened}`
      : `${ratio(units ?? 0)} ${unitNames[of]}`;
  return `${what} x ${ratio(value)}`;
}

function describeCause(cause: Cause, event: Difference['event'], { here, there }: ApproachNames): string {
  if (cause.kind === 'missing') {
    const facts = cause.facts.length === 0 ? '' : `; open under ${here} by ${describeFacts(cause.facts)}`;
    return cause.what === 'track'
      ? `${there} has no ${event.track}${facts}`
      : `${there} has no such step${facts}`;
  }
  if (cause.kind === 'elsewhere') {
    return `under ${there} ${event.track} is then at ${words(cause.state)}`;
  }
  if (cause.kind === 'guard') {
    const open = cause.here.length === 0 ? 'always open' : `open by ${describeFacts(cause.here)}`;
    const closed =
      cause.there.length === 0
        ? `never open under ${there}`
        : `closed under ${there} by ${describeObstacles(cause.there)}`;
    return `${open} under ${here} from month ${month(cause.since)}; ${closed}`;
  }
  if (cause.kind === 'clock') {
    return `${describeClock(cause.here)} under ${here}, ${describeClock(cause.there)} under ${there}`;
  }
  if (cause.kind === 'bound') {
    return `at most ${ratio(cause.here)} months under ${here}, ${ratio(cause.there)} under ${there}`;
  }
  const sides = `${describeAmount(cause.here, cause.of)} under ${here}, ${describeAmount(cause.there, cause.of)} under ${there}`;
  const until = cause.until < event.month ? ` to ${month(cause.until)}` : '';
  const against = cause.weight < 0 ? ', which works against it' : '';
  const what = cause.of === 'pace' ? 'pace' : 'hazard';
  return `${cause.name} on the ${what} of ${words(event.to)}: ${sides}, from month ${month(cause.since)}${until}${against}`;
}

/** One event that differs, and a line for each cause. */
export function describeDifference(
  { event, inFirst, later, causes }: Difference,
  [first, second]: readonly [string, string],
): string[] {
  const names = inFirst ? { here: first, there: second } : { here: second, there: first };
  const otherwise = later === undefined ? 'not within the horizon' : `at month ${month(later)}`;
  const what = `month ${month(event.month)}, ${event.track}: ${words(event.from)} -> ${words(event.to)} under ${names.here}`;
  const isMissing = causes.some((cause) => cause.kind === 'missing');
  const reasons = causes.slice(0, LISTED).map((cause) => `  - ${describeCause(cause, event, names)}`);
  return [
    isMissing ? what : `${what} (under ${names.there} ${otherwise})`,
    ...(reasons.length > 0
      ? reasons
      : ['  - neither a guard nor a hazard differs: it follows from the above']),
  ];
}
