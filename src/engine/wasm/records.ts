/**
 * What stands in the memory of the WebAssembly kernel: every record, field by field. From this one declaration TypeScript, which
 * fills the memory, takes its offsets; so does the kernel, by way of assembly/layout.ts, which `npm run layout` writes. A field
 * stands behind the one before it, at the next multiple of its size: doubles are best put in pairs with words in mind.
 */

/** Bytes of a number, and what its address is a multiple of. A word is a number, an index or an address. */
const numbers = { word: 4, double: 8 } as const;

/** What a field holds: a number, or a record. */
type Held = keyof typeof numbers | RecordLayout;
type Fields = Readonly<Record<string, Held>>;

declare const holds: unique symbol;

/** Bytes from the beginning of a record to a field, with what the field holds. */
export type Field<What> = number & { readonly [holds]: What };

/** A record: the offset of every field, the bytes of the whole, what its address is a multiple of, and what was declared. */
export interface RecordLayout<Own = unknown> {
  readonly at: { readonly [Name in keyof Own]: Field<Own[Name]> };
  readonly bytes: number;
  readonly multiple: number;
  readonly fields: Own;
}

const upTo = (offset: number, multiple: number) => Math.ceil(offset / multiple) * multiple;

/**
 * Lays a record out. Records stand one behind the other, so that its bytes are a multiple of what any of its fields asks for.
 *
 * @param bytes of the whole, where they are to be more than the fields need
 */
function record<const Own extends Fields>(fields: Own, bytes = 0): RecordLayout<Own> {
  const at: [name: string, offset: number][] = [];
  let end = 0;
  let widest = 1;
  for (const [name, held] of Object.entries(fields)) {
    const own = typeof held === 'string' ? numbers[held] : held.bytes;
    const multiple = typeof held === 'string' ? own : held.multiple;
    const offset = upTo(end, multiple);
    at.push([name, offset]);
    end = offset + own;
    widest = Math.max(widest, multiple);
  }
  return {
    // All at once: V8 looks up by name what is added to an object one by one.
    at: Object.fromEntries(at) as RecordLayout<Own>['at'],
    bytes: Math.max(bytes, upTo(end, widest)),
    multiple: widest,
    fields,
  };
}

/** A list: how many entries, and the address of the first. */
export const list = record({ count: 'word', entries: 'word' });

/** A log-linear function of time: how many pieces, then where their starts, levels and slopes stand. */
export const pieces = record({ count: 'word', from: 'word', level: 'word', slope: 'word' });

/** A transition: what never changes and, between it, its clock (see the reference, clocks.ts). */
export const transition = record({
  address: 'word',
  source: 'word',
  flags: 'word',
  kind: 'word',
  base: 'double',
  /** The life that the clock was last wound for. */
  life: 'word',
  occurrence: 'word',
  drawn: 'word',
  running: 'word',
  budget: 'double',
  rate: 'double',
  since: 'double',
  next: 'double',
  pace: 'double',
  fires: 'word',
  track: 'word',
  /** The exposure whose months bound a duration; -1: none. */
  limitExposure: 'word',
  guard: 'word',
  fireAt: 'double',
  slope: 'double',
  age: 'double',
  spent: 'double',
  /** Kind of the distribution, and its number among the model's. */
  spread: 'word',
  distribution: 'word',
  /** Months of the distribution; of a lognormal one the median. */
  months: 'double',
  /** How many branches, where their cumulative probabilities and their moves stand. */
  branches: 'word',
  cumulative: 'word',
  moves: 'word',
  factors: list,
  stateRatios: list,
  fades: list,
  exposureEffects: list,
  loadEffects: list,
  eventRewards: list,
  /** Its place among the compiled transitions. */
  number: 'word',
  /** Of a lognormal distribution. */
  sigma: 'double',
  /** What states multiply the pace of the clock by: entries as of `stateRatios`. */
  paces: list,
  /** How long a duration lasts at most, and months for every month of the exposure. */
  limit: 'double',
  limitRatio: 'double',
});

/** A move: the state that is entered, and what is then to be looked at. */
export const move = record({
  to: 'word',
  loads: list,
  affected: list,
  rewards: list,
  milestones: list,
  exposures: list,
});

/** A factor: its time scale and its pieces. */
export const factor = record({ scale: 'word', pieces });

/** What the states of a track multiply a hazard or a pace by: the track, and where the ratios by state stand. */
export const ratios = record({ track: 'word', byState: 'word' });

/** A ratio that fades from the moment a state is entered. */
export const fade = record({ track: 'word', state: 'word', pieces });

/** A change of a load: which, and by how much. */
export const change = record({ load: 'word', by: 'double' });

/** An effect of an exposure or a load: which, the logarithm per unit, the units last seen, and the ratio that these make. */
export const effect = record({ of: 'word', log: 'double', units: 'double', ratio: 'double' });

/**
 * A test of a condition, which is the address of its first test, or `NEVER` or `ALWAYS`: the track, the states in which the
 * test is passed as bits, and where a pass and a failure lead to, a further test or one of the two.
 */
export const test = record({ track: 'word', states: 'word', passed: 'word', failed: 'word' });

/** Transitions of another track that a move affects: the track, and where the lists by its state stand. */
export const affected = record({ track: 'word', lists: 'word' });

/** A reward: its condition (an event's: never), its pieces, the piece it was last counted in, its open spell. */
export const reward = record({
  when: 'word',
  pieces: 'word',
  from: 'word',
  value: 'word',
  period: 'word',
  hint: 'word',
  since: 'double',
  discount: 'word',
});

/** A milestone: its condition, how long it must be sustained, its open spell. */
export const milestone = record({ when: 'word', sustained: 'double', since: 'double' });

/** An exposure: its condition, its cap, its months, since when it runs. */
export const exposure = record({ when: 'word', cap: 'double', months: 'double', since: 'double' });

/** A load: where its weights by state stand, its total. */
export const load = record({ weights: 'word', total: 'double' });

/**
 * A track: the present state, since when, and the transition to which the track's earliest moment matters. These moments stand
 * by themselves, side by side, in the order of the tracks. Its bytes are a power of two: an address becomes a number by a shift.
 */
export const track = record(
  { state: 'word', offset: 'word', entered: 'double', transition: 'word', bit: 'word' },
  32,
);

/** The header: where the rest stands. */
export const header = record({
  tracks: list,
  out: 'word',
  exposures: list,
  loads: list,
  rewards: list,
  milestones: list,
  /** Results. */
  reached: 'word',
  nominal: 'word',
  discounted: 'word',
  nominalByPeriod: 'word',
  discountedByPeriod: 'word',
  periods: 'word',
  occupancy: 'word',
  months: 'word',
  states: 'word',
  /** The person. */
  start: 'word',
  ratio: 'word',
  timeRatio: 'word',
  rewardFactor: 'word',
  threshold: 'word',
  /** Numbers of the model. */
  horizon: 'double',
  end: 'double',
  delta: 'double',
  /** Written by the kernel when a life fails: when, and the number of the last transition. */
  failedAt: 'double',
  failedIn: 'word',
  /** Whether somebody listens to the events. */
  heard: 'word',
  /** Where the earliest moments of the tracks stand. */
  trackNext: 'word',
  /** Calendar month to which amounts are discounted. */
  discountTo: 'double',
});

/** Values of fields that both sides know by name. */
export const values = {
  /** Bits of a transition's flags. */
  PLAIN: 1,
  STEADY: 2,
  CONSTANT: 4,
  /** Kinds of a transition's distribution. */
  NO_SPREAD: 0,
  FIXED: 1,
  LOGNORMAL: 2,
  OTHER_SPREAD: 3,
  /** Conditions without a test. */
  NEVER: 0,
  ALWAYS: 1,
  /** What a life ends with. */
  LIVED: 0,
  SIMULTANEOUS: 1,
  ENDLESS: 2,
} as const;
