/** How a hazard ratio fades after its state was entered: log-linear pieces on the time since then. */

import type { Piece } from '../../engine/model/model.js';
import type { Path } from '../yaml/yaml-file.js';
import type { FadeEntry } from './model-file.js';
import type { Problems } from './model-problems.js';

/** Chords of a half-life. The second to last ends where the root of the log ratio is down to 1/64: after 12 half-lives. */
const HALVING_STEPS = 64;

function fadeLinearly(log: number, hold: number, months: number): Piece[] {
  const falling = [
    { from: hold, log, slope: -log / months },
    { from: hold + months, log: 0, slope: 0 },
  ];
  return hold > 0 ? [{ from: 0, log, slope: 0 }, ...falling] : falling;
}

/**
 * A log ratio that halves every `halfLife` months, by chords. With s(t) = 2^(-t / (2 halfLife)) the log ratio is
 * log * s^2. A chord over dt months is off by at most f'' dt^2 / 8, with f'' = |log| s^2 (ln 2 / halfLife)^2 and
 * dt = 2 halfLife ds / (s ln 2): |log| ds^2 / 2, whatever s. So breakpoints even in s, ds = 1/64, spread the error
 * evenly: 1.22e-4 |log|, and below 1.3e-4 |log| everywhere, also where the last chord reaches 0 after 14 half-lives.
 */
function fadeByHalves(log: number, hold: number, halfLife: number): Piece[] {
  const steps = Array.from({ length: HALVING_STEPS }, (_, k) => 1 - k / HALVING_STEPS);
  const knots = steps.map((s) => ({ from: hold - 2 * halfLife * Math.log2(s), log: log * s * s }));
  knots.push({ from: hold + 14 * halfLife, log: 0 });
  const pieces = knots.map((knot, k) => {
    const next = knots[k + 1];
    return { ...knot, slope: next === undefined ? 0 : (next.log - knot.log) / (next.from - knot.from) };
  });
  return hold > 0 ? [{ from: 0, log, slope: 0 }, ...pieces] : pieces;
}

function readSteps(path: Path, entry: FadeEntry, ratio: number | undefined, problems: Problems): Piece[] {
  const steps = entry.steps!;
  const at = [...path, 'steps'];
  if (entry.hold !== undefined) problems.report([...path, 'hold'], '"hold" does not go with steps');
  if (steps[0]!.from !== 0) {
    problems.report([...at, 0, 'from'], `the first step starts at 0, got ${steps[0]!.from}`);
  }
  if (ratio !== undefined && ratio !== steps[0]!.ratio) {
    problems.report(path, `the ratio is ${ratio} but the first step says ${steps[0]!.ratio}; leave one out`);
  }
  problems.checkAscending(
    at,
    'from',
    steps.map((step) => step.from),
  );
  return steps.map((step) => ({ from: step.from, log: Math.log(step.ratio), slope: 0 }));
}

/** Reads a fade into pieces; reports a form that is incomplete or not one of the three. */
export function readFade(
  path: Path,
  entry: FadeEntry,
  ratio: number | undefined,
  problems: Problems,
): Piece[] {
  const forms = (['months', 'half_life', 'steps'] as const).filter((key) => entry[key] !== undefined);
  if (forms.length !== 1) {
    problems.report(path, 'a fade has exactly one of months, half_life and steps');
    return [];
  }
  if (entry.steps !== undefined) return readSteps(path, entry, ratio, problems);
  if (ratio === undefined || ratio === 0) {
    problems.report(path, 'a fade over months needs a ratio above 0 to fade from');
    return [];
  }
  const { hold = 0, months, half_life } = entry;
  const log = Math.log(ratio);
  return months === undefined ? fadeByHalves(log, hold, half_life!) : fadeLinearly(log, hold, months);
}
