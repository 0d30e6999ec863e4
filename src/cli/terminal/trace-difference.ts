/** In words: where two traced lives part, and why. */

import type { Language } from '../../output/language.js';
import { formatNumber, formatValue, sayDecimal } from '../../output/number.js';
import { nameIn, type Words } from '../../output/words/words.js';
import type { Amount, Cause, Clock, Difference, Distribution, Fact } from '../../run/trace/trace.js';

/** Names of the two approaches: of the life in which the event happens, and of the other. */
interface ApproachNames {
  readonly here: string;
  readonly there: string;
}

/** Causes further down weigh less and are left out: what is listed should be read. */
const LISTED = 4;

/** A life is told in a language, under a law. */
export interface LifeSpeech {
  readonly language: Language;
  readonly words: Words;
  /** What the activities are called whose tracks it tells of. */
  readonly activities: Readonly<Record<string, string>>;
}

/** Support of work is kept for each sex; whose life it is has been said. */
const ofSex = /(?<=^support_work|^on|^fading)_(?:men|women)$/;

/** What a state is called; support is at what gives it, or gave it. */
export function sayState({ words: { names, screen }, activities }: LifeSpeech, name: string): string {
  const { trace } = screen.commands;
  const [, when, source = ''] = /^(on|fading)_(.+)$/.exec(name) ?? [];
  // Those of one kind count together.
  const sources = source.split('+');
  if (when === undefined || !sources.every((each) => Object.hasOwn(activities, each)))
    return trace.state(name.replace(ofSex, ''), names.terms);
  const all = sources.map((each) => activities[each]!).join(` ${names.terms.and} `);
  return (when === 'on' ? trace.support.on : trace.support.fading)(all);
}

/** What a track is called, or an effect on one; of support, what it is for. */
export function sayTrack({ words: { names, screen }, activities }: LifeSpeech, name: string): string {
  if (Object.hasOwn(activities, name)) return activities[name]!;
  const { kept, supportFor, track, weeksOf } = screen.commands.trace;
  const [, counted] = /^support_weeks_of_(.+)$/.exec(name) ?? [];
  if (counted !== undefined) return weeksOf(activities[counted] ?? counted);
  const whole = name.replace(ofSex, '').replace(/(?<=^support_dropout)_besides_.+$/, '');
  if (Object.hasOwn(kept, whole)) return kept[whole]!;
  const [, target] = /^support_(.+)$/.exec(whole) ?? [];
  return target === undefined ? track(whole, names.terms) : supportFor(nameIn(names.terms, target));
}

/** A moment in a life. */
export const sayMonth = ({ language }: LifeSpeech, value: number): string => formatNumber(value, 1, language);

const sayRatio = ({ language }: LifeSpeech, value: number) => formatValue(value, Number.NaN, false, language);

function orList(speech: LifeSpeech, states: readonly string[]): string {
  const names = states.map((state) => sayState(speech, state));
  const { or } = speech.words.screen.commands.trace;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${or}${names.at(-1)}`;
}

/** Facts as they are: `jas: taking part`. */
function describeFacts(speech: LifeSpeech, facts: readonly Fact[]): string {
  const { obstacle } = speech.words.screen.commands.trace;
  const each = facts.map(({ track, state }) =>
    obstacle(sayTrack(speech, track), sayState(speech, state), ''),
  );
  return [...new Set(each)].join(', ');
}

/** Facts that stand in the way: `housing: centre, not housed`. */
function describeObstacles(speech: LifeSpeech, facts: readonly Fact[]): string {
  const { obstacle } = speech.words.screen.commands.trace;
  const each = facts.map(({ track, state, wanted }) =>
    obstacle(sayTrack(speech, track), sayState(speech, state), orList(speech, wanted)),
  );
  return [...new Set(each)].join('; ');
}

function describeDistribution(speech: LifeSpeech, distribution: Distribution): string {
  const { screen, names } = speech.words;
  const { after, median, time } = screen.commands.trace;
  if (distribution.kind === 'fixed') return after(sayRatio(speech, distribution.months));
  if (distribution.kind === 'lognormal') return median(sayRatio(speech, distribution.median));
  return time(nameIn(names.distributions, distribution.kind));
}

function describeClock(speech: LifeSpeech, clock: Clock): string {
  const { trace } = speech.words.screen.commands;
  if (clock.kind === 'gate')
    return clock.delay?.kind === 'fixed' ? trace.after(sayRatio(speech, clock.delay.months)) : trace.atOnce;
  if (clock.kind === 'duration') {
    const { atMost, distribution } = clock;
    const time = describeDistribution(speech, distribution);
    if (atMost === undefined) return time;
    return trace.atMostFor(time, sayRatio(speech, atMost.ratio), sayState(speech, atMost.exposure));
  }
  const logs = clock.factors.map(({ pieces }) => (pieces.length === 1 ? pieces[0]!.log : undefined));
  if (logs.includes(undefined)) return trace.changing;
  const hazard = Math.exp(logs.reduce<number>((sum, log) => sum + log!, 0));
  return trace.hazard(sayDecimal(hazard.toPrecision(3), speech.language));
}

function describeAmount(
  speech: LifeSpeech,
  { ratio, state, units, openedBy }: Amount,
  of: 'exposure' | 'load' | 'state' | 'pace',
): string {
  const { trace } = speech.words.screen.commands;
  const opened =
    openedBy === undefined || openedBy.length === 0 ? '' : ` (${describeFacts(speech, openedBy)})`;
  const what =
    of === 'state' || of === 'pace'
      ? `${state === undefined ? trace.none : sayState(speech, state)}${opened}`
      : trace.amounts[of](sayRatio(speech, units ?? 0));
  return `${what} x ${sayRatio(speech, ratio)}`;
}

function describeCause(
  speech: LifeSpeech,
  cause: Cause,
  event: Difference['event'],
  { here, there }: ApproachNames,
): string {
  const { trace } = speech.words.screen.commands;
  const track = sayTrack(speech, event.track);
  if (cause.kind === 'missing') {
    const facts = describeFacts(speech, cause.facts);
    return cause.what === 'track'
      ? trace.noTrack(there, track, here, facts)
      : trace.noStep(there, here, facts);
  }
  if (cause.kind === 'elsewhere') return trace.elsewhere(there, track, sayState(speech, cause.state));
  if (cause.kind === 'guard') {
    const open = cause.here.length === 0 ? trace.alwaysOpen : trace.openBy(describeFacts(speech, cause.here));
    const closed =
      cause.there.length === 0
        ? trace.neverOpen(there)
        : trace.closedBy(there, describeObstacles(speech, cause.there));
    return trace.guard(open, here, sayMonth(speech, cause.since), closed);
  }
  if (cause.kind === 'clock')
    return trace.each(describeClock(speech, cause.here), here, describeClock(speech, cause.there), there);
  if (cause.kind === 'bound')
    return trace.atMost(sayRatio(speech, cause.here), here, sayRatio(speech, cause.there), there);
  const [ofHere, ofThere] = [cause.here, cause.there].map((amount) =>
    describeAmount(speech, amount, cause.of),
  );
  return trace.effect(
    sayTrack(speech, cause.name),
    trace.on[cause.of === 'pace' ? 'pace' : 'hazard'](sayState(speech, event.to)),
    trace.each(ofHere!, here, ofThere!, there),
    sayMonth(speech, cause.since),
    cause.until < event.month ? sayMonth(speech, cause.until) : '',
    cause.weight < 0,
  );
}

/** One event that differs, and a line for each cause. */
export function describeDifference(
  speech: LifeSpeech,
  { event, inFirst, later, causes }: Difference,
  [first, second]: readonly [string, string],
): string[] {
  const names = inFirst ? { here: first, there: second } : { here: second, there: first };
  const { trace } = speech.words.screen.commands;
  const otherwise =
    later === undefined ? trace.never(names.there) : trace.later(names.there, sayMonth(speech, later));
  const what = trace.event(
    sayMonth(speech, event.month),
    sayTrack(speech, event.track),
    sayState(speech, event.from),
    sayState(speech, event.to),
    names.here,
  );
  const isMissing = causes.some((cause) => cause.kind === 'missing');
  const reasons = causes.slice(0, LISTED).map((cause) => `  - ${describeCause(speech, cause, event, names)}`);
  return [
    isMissing ? what : `${what}${otherwise}`,
    ...(reasons.length > 0 ? reasons : [`  - ${trace.follows}`]),
  ];
}
