/** Clocks of a model file: hazards in pieces, duration distributions, gates. */

import type { Clock, Piece, TimeFactor } from '../../engine/model/model.js';
import type { Distribution } from '../../engine/random/distribution.js';
import type { Path } from '../yaml/yaml-file.js';
import type { DurationEntry, HazardEntry, TransitionEntry } from './model-file.js';
import type { Problems } from './model-problems.js';

interface PieceEntry {
  readonly from: number;
  readonly rate: number;
  readonly growth?: number | undefined;
}

function readPiece({ from, rate, growth = 0 }: PieceEntry): Piece {
  // Zero times a growing factor stays zero; minus infinity with a slope would not.
  return { from, log: Math.log(rate), slope: rate === 0 ? 0 : growth };
}

interface FactorEntry {
  readonly scale?: TimeFactor['scale'] | undefined;
  readonly pieces: readonly PieceEntry[];
}

function readFactor(path: Path, entry: FactorEntry, problems: Problems): TimeFactor {
  problems.checkAscending(
    [...path, 'pieces'],
    'from',
    entry.pieces.map((piece) => piece.from),
  );
  return { scale: entry.scale ?? 'origin', pieces: entry.pieces.map(readPiece) };
}

function readHazard(path: Path, entry: HazardEntry, problems: Problems): TimeFactor[] {
  if (typeof entry === 'number') {
    return [{ scale: 'origin', pieces: [{ from: 0, log: Math.log(entry), slope: 0 }] }];
  }
  const { scale, pieces, factors } = entry;
  if ((pieces === undefined) === (factors === undefined)) {
    problems.report(path, 'a hazard is a number, or has either pieces or factors');
    return [];
  }
  if (pieces !== undefined) return [readFactor(path, { scale, pieces }, problems)];
  if (scale !== undefined) problems.report([...path, 'scale'], 'with factors, each factor has its own scale');
  return factors!.map((factor, i) => readFactor([...path, 'factors', i], factor, problems));
}

type Name = DurationEntry['distribution'];
type DurationParameter = Exclude<keyof DurationEntry, 'distribution'>;

/** The sets of parameters that each distribution can be given by. */
const parameterSets: Record<Name, readonly (readonly DurationParameter[])[]> = {
  exponential: [['mean'], ['rate']],
  weibull: [['shape', 'scale']],
  gamma: [
    ['shape', 'scale'],
    ['shape', 'rate'],
  ],
  lognormal: [
    ['median', 'sigma'],
    ['meanlog', 'sdlog'],
  ],
  uniform: [['low', 'high']],
  fixed: [['months']],
};

/** Which set the entry gives; reported when it gives none of them exactly. */
function chooseParameters(path: Path, entry: DurationEntry, problems: Problems) {
  const { distribution, ...rest } = entry;
  const given = (Object.keys(rest) as DurationParameter[]).filter((key) => rest[key] !== undefined);
  const sets = parameterSets[distribution];
  const chosen = sets.find((set) => set.length === given.length && set.every((key) => given.includes(key)));
  if (chosen === undefined) {
    const wanted = sets.map((set) => set.join(' and ')).join(', or ');
    const got = given.length === 0 ? 'none' : given.join(', ');
    problems.report(path, `distribution ${distribution} takes ${wanted}; got ${got}`);
  }
  return chosen;
}

/** Reads a duration distribution; undefined, and reported, when its parameters do not fit it. */
function readDuration(path: Path, entry: DurationEntry, problems: Problems): Distribution | undefined {
  if (chooseParameters(path, entry, problems) === undefined) return undefined;
  const { mean, rate, shape, scale, median, sigma, meanlog, sdlog, low, high, months } = entry;
  switch (entry.distribution) {
    case 'exponential':
      return { kind: 'exponential', mean: mean ?? 1 / rate! };
    case 'weibull':
      return { kind: 'weibull', shape: shape!, scale: scale! };
    case 'gamma':
      return { kind: 'gamma', shape: shape!, scale: scale ?? 1 / rate! };
    case 'lognormal':
      return { kind: 'lognormal', median: median ?? Math.exp(meanlog!), sigma: sigma ?? sdlog! };
    case 'fixed':
      return { kind: 'fixed', months: months! };
    case 'uniform':
      if (low! < high!) return { kind: 'uniform', low: low!, high: high! };
      problems.report([...path, 'high'], `"high" must be above "low" (${low}), got ${high}`);
      return undefined;
  }
}

function readGate(path: Path, entry: NonNullable<TransitionEntry['gate']>, problems: Problems): Clock {
  if (entry === false) problems.report(path, 'write "gate: true", or give another clock');
  if (typeof entry === 'boolean' || entry.delay === undefined) return { kind: 'gate' };
  const delay =
    typeof entry.delay === 'number'
      ? ({ kind: 'fixed', months: entry.delay } as const)
      : readDuration([...path, 'delay'], entry.delay, problems);
  return delay === undefined ? { kind: 'gate' } : { kind: 'gate', delay };
}

const clockNames = ['hazard', 'duration', 'gate'] as const;

/** Reads a duration as a clock, with the longest that it can last. */
function readDurationClock(
  path: Path,
  { at_most: most, ...entry }: NonNullable<TransitionEntry['duration']>,
  exposures: readonly string[],
  problems: Problems,
): Clock | undefined {
  const distribution = readDuration(path, entry, problems);
  if (most === undefined) return distribution && { kind: 'duration', distribution };
  problems.checkName([...path, 'at_most', 'exposure'], 'exposure', most.exposure, exposures);
  const atMost = { exposure: most.exposure, ratio: most.per_month };
  return distribution && { kind: 'duration', distribution, atMost };
}

/**
 * Reads the one clock of a transition; undefined, and reported, when it has none, several, or a wrong one.
 *
 * @param exposures names of the model's exposures
 */
export function readClock(
  path: Path,
  entry: TransitionEntry,
  exposures: readonly string[],
  problems: Problems,
): Clock | undefined {
  const given = clockNames.filter((name) => entry[name] !== undefined);
  if (given.length !== 1) {
    const got = given.length === 0 ? 'none' : given.join(' and ');
    problems.report(path, `a transition has exactly one of hazard, duration and gate; this one has ${got}`);
    return undefined;
  }
  if (entry.hazard !== undefined) {
    return { kind: 'hazard', factors: readHazard([...path, 'hazard'], entry.hazard, problems) };
  }
  if (entry.gate !== undefined) return readGate([...path, 'gate'], entry.gate, problems);
  return readDurationClock([...path, 'duration'], entry.duration!, exposures, problems);
}
