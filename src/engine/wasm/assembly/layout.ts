/**
 * Where everything stands in the memory of the WebAssembly kernel: byte offsets within records. Read by the kernel, which
 * is AssemblyScript, and by the TypeScript that fills the memory; hence nothing here but constants.
 *
 * A list is a count (4 bytes) and the address of its first entry (4 bytes). Addresses and indices are 32-bit words.
 */

/** Lists. */
export const COUNT = 0;
export const ENTRIES = 4;

/** A transition: what never changes, then its clock. */
export const TRANSITION_BYTES = 240;
export const ADDRESS = 0;
export const SOURCE = 4;
export const FLAGS = 8;
export const KIND = 12;
export const BASE = 16;
/** The clock; see the reference, clocks.ts. */
export const LIFE = 24;
export const OCCURRENCE = 28;
export const DRAWN = 32;
export const RUNNING = 36;
export const BUDGET = 40;
export const RATE = 48;
export const SINCE = 56;
export const NEXT = 64;
export const PACE = 72;
export const FIRES = 80;
export const TRACK = 84;
/** The exposure whose months bound a duration; -1: none. */
export const LIMIT_EXPOSURE = 88;
export const GUARD = 92;
export const FIRE_AT = 96;
export const SLOPE = 104;
export const AGE = 112;
export const SPENT = 120;
/**
 * Kind of the distribution (one of the constants below), its number among the model's, its months (of a lognormal: the
 * median) and a lognormal's sigma.
 */
export const SPREAD = 128;
export const DISTRIBUTION = 132;
export const MONTHS = 136;
/** Branches: how many, where their cumulative probabilities and their moves stand. */
export const BRANCHES = 144;
export const CUMULATIVE = 148;
export const MOVES = 152;
/** Lists. */
export const FACTORS = 156;
export const STATE_RATIOS = 164;
export const FADES = 172;
export const EXPOSURE_EFFECTS = 180;
export const LOAD_EFFECTS = 188;
export const EVENT_REWARDS = 196;
/** Its place among the compiled transitions. */
export const NUMBER = 204;
export const SIGMA = 208;
/** What states multiply the pace of the clock by: a list as STATE_RATIOS. */
export const PACES = 216;
/** How long a duration lasts at most, and months for every month of the exposure. */
export const LIMIT = 224;
export const LIMIT_RATIO = 232;

/** Bits of FLAGS. */
export const PLAIN = 1;
export const STEADY = 2;
export const CONSTANT = 4;

/** Values of SPREAD. */
export const NO_SPREAD = 0;
export const FIXED = 1;
export const LOGNORMAL = 2;
export const OTHER_SPREAD = 3;

/** A move: lists, and the state that is entered. */
export const MOVE_BYTES = 48;
export const TO = 0;
export const MOVE_LOADS = 4;
export const MOVE_AFFECTED = 12;
export const MOVE_REWARDS = 20;
export const MOVE_MILESTONES = 28;
export const MOVE_EXPOSURES = 36;

/** Pieces of a log-linear function: how many, then where their starts, levels and slopes stand. */
export const PIECE_COUNT = 0;
export const PIECE_FROM = 4;
export const PIECE_LEVEL = 8;
export const PIECE_SLOPE = 12;

/** A factor: its time scale and its pieces. */
export const FACTOR_BYTES = 20;
export const FACTOR_SCALE = 0;
export const FACTOR_PIECES = 4;

/** What the states of a track multiply a hazard or a pace by: the track, and where the ratios by state stand. */
export const RATIOS_BYTES = 8;
export const RATIOS_TRACK = 0;
export const RATIOS_BY_STATE = 4;

/** A ratio that fades: the track, the state, its pieces. */
export const FADE_BYTES = 24;
export const FADE_TRACK = 0;
export const FADE_STATE = 4;
export const FADE_PIECES = 8;

/** A change of a load: which, and by how much. */
export const CHANGE_BYTES = 16;
export const CHANGE_LOAD = 0;
export const CHANGE_BY = 8;

/** An effect of an exposure or a load: which, the logarithm per unit, the units last seen, and the ratio that these make. */
export const EFFECT_BYTES = 32;
export const EFFECT_OF = 0;
export const EFFECT_LOG = 8;
export const EFFECT_UNITS = 16;
export const EFFECT_RATIO = 24;

/**
 * A condition is the address of its first test, or one of the two below. A test: the track, the states in which it is passed
 * as bits, and where a pass and a failure lead to: a further test, or the end.
 */
export const NEVER = 0;
export const ALWAYS = 1;
export const TEST_BYTES = 16;
export const TEST_TRACK = 0;
export const TEST_STATES = 4;
export const TEST_PASSED = 8;
export const TEST_FAILED = 12;

/** Transitions of another track that a move affects: the track, and where the lists by its state stand. */
export const AFFECTED_BYTES = 8;
export const AFFECTED_TRACK = 0;
export const AFFECTED_LISTS = 4;
export const LIST_BYTES = 8;

/** A reward: its condition (an event's: never), its pieces, the piece it was last counted in, its open spell. */
export const REWARD_BYTES = 40;
export const REWARD_WHEN = 0;
export const REWARD_PIECES = 4;
export const REWARD_FROM = 8;
export const REWARD_VALUE = 12;
export const REWARD_PERIOD = 16;
export const REWARD_HINT = 20;
export const REWARD_SINCE = 24;
export const REWARD_DISCOUNT = 32;

/** A milestone: its condition, how long it must be sustained, its open spell. */
export const MILESTONE_BYTES = 24;
export const MILESTONE_WHEN = 0;
export const MILESTONE_SUSTAINED = 8;
export const MILESTONE_SINCE = 16;

/** An exposure: its condition, its cap, its months, since when it runs. */
export const EXPOSURE_BYTES = 32;
export const EXPOSURE_WHEN = 0;
export const EXPOSURE_CAP = 8;
export const EXPOSURE_MONTHS = 16;
export const EXPOSURE_SINCE = 24;

/** A load: where its weights by state stand, its total. */
export const LOAD_BYTES = 16;
export const LOAD_WEIGHTS = 0;
export const LOAD_TOTAL = 8;

/**
 * A track: the present state, since when, and the transition to which the track's earliest moment matters. These moments
 * stand by themselves, side by side, in the order of the tracks.
 */
export const TRACK_BYTES = 32;
export const TRACK_STATE = 0;
export const TRACK_OFFSET = 4;
export const TRACK_ENTERED = 8;
export const TRACK_TRANSITION = 16;
export const TRACK_BIT = 20;

/** The header: where the rest stands. */
export const HEADER_BYTES = 160;
export const H_TRACKS = 0;
export const H_OUT = 8;
export const H_EXPOSURES = 12;
export const H_LOADS = 20;
export const H_REWARDS = 28;
export const H_MILESTONES = 36;
/** Results. */
export const H_REACHED = 44;
export const H_NOMINAL = 48;
export const H_DISCOUNTED = 52;
export const H_NOMINAL_BY_PERIOD = 56;
export const H_DISCOUNTED_BY_PERIOD = 60;
export const H_PERIODS = 64;
export const H_OCCUPANCY = 68;
export const H_MONTHS = 72;
export const H_STATES = 76;
/** The person. */
export const H_START = 80;
export const H_RATIO = 84;
export const H_TIME_RATIO = 88;
export const H_REWARD_FACTOR = 92;
export const H_THRESHOLD = 96;
/** Numbers of the model. */
export const H_HORIZON = 104;
export const H_END = 112;
export const H_DELTA = 120;
/** Written by the kernel when a life fails: when, and the number of the last transition. */
export const H_FAILED_AT = 128;
export const H_FAILED_IN = 136;

/** Whether somebody listens to the events. */
export const H_HEARD = 140;
/** Where the earliest moments of the tracks stand. */
export const H_TRACK_NEXT = 144;
/** Calendar month to which amounts are discounted. */
export const H_DISCOUNT_TO = 152;

/** What a life ends with. */
export const LIVED = 0;
export const SIMULTANEOUS = 1;
export const ENDLESS = 2;
