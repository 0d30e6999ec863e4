/**
 * The memory of the WebAssembly kernel: every record, field by field. This is the only declaration of the offsets. TypeScript,
 * which fills the memory, uses it directly; the kernel uses it through assembly/layout.ts, which `npm run layout` writes. Each
 * field follows the previous one at the next multiple of its size, so an odd number of words before a double leaves a gap.
 */

/** Size and alignment of a number, in bytes. A word is a number, an index or an address. */
const numbers = { word: 4, double: 8 } as const;

/** The type of a field: a number or a record. */
type Held = keyof typeof numbers | RecordLayout;
type Fields = Readonly<Record<string, Held>>;

declare const holds: unique symbol;

/** The offset of a field within its record, and its type. */
export type Field<What> = number & { readonly [holds]: What };

/** A record: the offset of every field, its total size, its alignment, and the declaration. */
export interface RecordLayout<Own = unknown> {
  readonly at: { readonly [Name in keyof Own]: Field<Own[Name]> };
  readonly bytes: number;
  readonly multiple: number;
  readonly fields: Own;
}

const upTo = (offset: number, multiple: number) => Math.ceil(offset / multiple) * multiple;

/**
 * Lays out a record. Records are stored consecutively, so the size is a multiple of the alignment of every field.
 *
 * @param bytes total size, where it should be more than the fields need
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
    // All at once: V8 would look up properties by name if they were added one by one.
    at: Object.fromEntries(at) as RecordLayout<Own>['at'],
    bytes: Math.max(bytes, upTo(end, widest)),
    multiple: widest,
    fields,
  };
}

/** A list: how many entries, and the address of the first. */
export const list = record({ count: 'word', entries: 'word' });

/** A log-linear function of time: the number of pieces, then the addresses of their starts, levels and slopes. */
export const pieces = record({ count: 'word', from: 'word', level: 'word', slope: 'word' });

/** A transition: its constants and, in between, its clock (see clocks.ts of the reference). */
export const transition = record({
  address: 'word',
  source: 'word',
  flags: 'word',
  kind: 'word',
  base: 'double',
  /** The life for which the clock was last reset. */
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
  /** The number of branches, and the addresses of their cumulative probabilities and moves. */
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
  /** The factors by which states multiply the pace of the clock, in the form of `stateRatios`. */
  paces: list,
  loadPaces: list,
  /** Upper limit of a duration, and months of it per month of the exposure. */
  limit: 'double',
  limitRatio: 'double',
});

/** A move: the state that is entered, and what must then be updated. */
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

/** The factors by which the states of a track multiply a hazard or a pace: the track, and the address of the ratios by state. */
export const ratios = record({ track: 'word', byState: 'word' });

/** A ratio that fades after its state is entered. */
export const fade = record({ track: 'word', state: 'word', pieces });

/** A pace in a state of a track that rises with the total of a load, up to a limit. */
export const loadPace = record({
  track: 'word',
  state: 'word',
  load: 'word',
  factor: 'double',
  perUnit: 'double',
  atMost: 'double',
});

/** A change of a load: which, and by how much. */
export const change = record({ load: 'word', by: 'double' });

/** An effect of an exposure or a load: its source, the logarithm per unit, the last number of units, and the resulting ratio. */
export const effect = record({ of: 'word', log: 'double', units: 'double', ratio: 'double' });

/**
 * A test of a condition, which is the address of its first test, or `NEVER` or `ALWAYS`: the track, the states in which the
 * test is passed as bits, and the next step after a pass and after a failure: another test or one of the two.
 */
export const test = record({ track: 'word', states: 'word', passed: 'word', failed: 'word' });

/** Transitions of another track that a move affects: the track, and the address of the lists by its state. */
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

/** An exposure: its condition, the load that slows it (-1: none), its cap, its months, and the start and the rate of the current spell. */
export const exposure = record({
  when: 'word',
  load: 'word',
  cap: 'double',
  months: 'double',
  since: 'double',
  rate: 'double',
  perUnit: 'double',
  atLeast: 'double',
});

/** A load: the address of its weights by state, and its total. */
export const load = record({ weights: 'word', total: 'double' });

/**
 * A track, or behind the tracks a load of which only the bit is kept: the present state, since when, and the transition that comes first. The month of that transition is stored separately:
 * those of all tracks stand side by side, in the order of the tracks. The size is a power of two, so that an address can be turned into
 * a number with a shift.
 */
export const track = record(
  { state: 'word', offset: 'word', entered: 'double', transition: 'word', bit: 'word' },
  32,
);

/** The header: the addresses of everything else. */
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
  /** Whether there is a listener for events. */
  heard: 'word',
  /** Address of the earliest moments of the tracks. */
  trackNext: 'word',
  /** Calendar month to which amounts are discounted. */
  discountTo: 'double',
});

/** Named values of fields, for both sides. */
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
  /** The ways in which a life can end. */
  LIVED: 0,
  SIMULTANEOUS: 1,
  ENDLESS: 2,
} as const;
