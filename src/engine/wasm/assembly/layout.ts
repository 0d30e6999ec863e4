/**
 * Where everything stands in memory, in bytes from the beginning of a record, for AssemblyScript. Written by `npm run layout`
 * from records.ts, which says what it means: change it there.
 */

export const LIST_BYTES = 8;
export const COUNT = 0;
export const ENTRIES = 4;

export const PIECES_BYTES = 16;
export const PIECES_COUNT = 0;
export const PIECES_FROM = 4;
export const PIECES_LEVEL = 8;
export const PIECES_SLOPE = 12;

export const TRANSITION_BYTES = 248;
export const ADDRESS = 0;
export const SOURCE = 4;
export const FLAGS = 8;
export const KIND = 12;
export const BASE = 16;
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
export const LIMIT_EXPOSURE = 88;
export const GUARD = 92;
export const FIRE_AT = 96;
export const SLOPE = 104;
export const AGE = 112;
export const SPENT = 120;
export const SPREAD = 128;
export const DISTRIBUTION = 132;
export const MONTHS = 136;
export const BRANCHES = 144;
export const CUMULATIVE = 148;
export const MOVES = 152;
export const FACTORS = 156;
export const STATE_RATIOS = 164;
export const FADES = 172;
export const EXPOSURE_EFFECTS = 180;
export const LOAD_EFFECTS = 188;
export const EVENT_REWARDS = 196;
export const NUMBER = 204;
export const SIGMA = 208;
export const PACES = 216;
export const LOAD_PACES = 224;
export const LIMIT = 232;
export const LIMIT_RATIO = 240;

export const MOVE_BYTES = 44;
export const MOVE_TO = 0;
export const MOVE_LOADS = 4;
export const MOVE_AFFECTED = 12;
export const MOVE_REWARDS = 20;
export const MOVE_MILESTONES = 28;
export const MOVE_EXPOSURES = 36;

export const FACTOR_BYTES = 20;
export const FACTOR_SCALE = 0;
export const FACTOR_PIECES = 4;

export const RATIOS_BYTES = 8;
export const RATIOS_TRACK = 0;
export const RATIOS_BY_STATE = 4;

export const FADE_BYTES = 24;
export const FADE_TRACK = 0;
export const FADE_STATE = 4;
export const FADE_PIECES = 8;

export const LOAD_PACE_BYTES = 40;
export const LOAD_PACE_TRACK = 0;
export const LOAD_PACE_STATE = 4;
export const LOAD_PACE_LOAD = 8;
export const LOAD_PACE_FACTOR = 16;
export const LOAD_PACE_PER_UNIT = 24;
export const LOAD_PACE_AT_MOST = 32;

export const CHANGE_BYTES = 16;
export const CHANGE_LOAD = 0;
export const CHANGE_BY = 8;

export const EFFECT_BYTES = 32;
export const EFFECT_OF = 0;
export const EFFECT_LOG = 8;
export const EFFECT_UNITS = 16;
export const EFFECT_RATIO = 24;

export const TEST_BYTES = 16;
export const TEST_TRACK = 0;
export const TEST_STATES = 4;
export const TEST_PASSED = 8;
export const TEST_FAILED = 12;

export const AFFECTED_BYTES = 8;
export const AFFECTED_TRACK = 0;
export const AFFECTED_LISTS = 4;

export const REWARD_BYTES = 40;
export const REWARD_WHEN = 0;
export const REWARD_PIECES = 4;
export const REWARD_FROM = 8;
export const REWARD_VALUE = 12;
export const REWARD_PERIOD = 16;
export const REWARD_HINT = 20;
export const REWARD_SINCE = 24;
export const REWARD_DISCOUNT = 32;

export const MILESTONE_BYTES = 24;
export const MILESTONE_WHEN = 0;
export const MILESTONE_SUSTAINED = 8;
export const MILESTONE_SINCE = 16;

export const EXPOSURE_BYTES = 56;
export const EXPOSURE_WHEN = 0;
export const EXPOSURE_LOAD = 4;
export const EXPOSURE_CAP = 8;
export const EXPOSURE_MONTHS = 16;
export const EXPOSURE_SINCE = 24;
export const EXPOSURE_RATE = 32;
export const EXPOSURE_PER_UNIT = 40;
export const EXPOSURE_AT_LEAST = 48;

export const LOAD_BYTES = 16;
export const LOAD_WEIGHTS = 0;
export const LOAD_TOTAL = 8;

export const TRACK_BYTES = 32;
export const TRACK_STATE = 0;
export const TRACK_OFFSET = 4;
export const TRACK_ENTERED = 8;
export const TRACK_TRANSITION = 16;
export const TRACK_BIT = 20;

export const HEADER_BYTES = 160;
export const HEADER_TRACKS = 0;
export const HEADER_OUT = 8;
export const HEADER_EXPOSURES = 12;
export const HEADER_LOADS = 20;
export const HEADER_REWARDS = 28;
export const HEADER_MILESTONES = 36;
export const HEADER_REACHED = 44;
export const HEADER_NOMINAL = 48;
export const HEADER_DISCOUNTED = 52;
export const HEADER_NOMINAL_BY_PERIOD = 56;
export const HEADER_DISCOUNTED_BY_PERIOD = 60;
export const HEADER_PERIODS = 64;
export const HEADER_OCCUPANCY = 68;
export const HEADER_MONTHS = 72;
export const HEADER_STATES = 76;
export const HEADER_START = 80;
export const HEADER_RATIO = 84;
export const HEADER_TIME_RATIO = 88;
export const HEADER_REWARD_FACTOR = 92;
export const HEADER_THRESHOLD = 96;
export const HEADER_HORIZON = 104;
export const HEADER_END = 112;
export const HEADER_DELTA = 120;
export const HEADER_FAILED_AT = 128;
export const HEADER_FAILED_IN = 136;
export const HEADER_HEARD = 140;
export const HEADER_TRACK_NEXT = 144;
export const HEADER_DISCOUNT_TO = 152;

export const PLAIN = 1;
export const STEADY = 2;
export const CONSTANT = 4;
export const NO_SPREAD = 0;
export const FIXED = 1;
export const LOGNORMAL = 2;
export const OTHER_SPREAD = 3;
export const NEVER = 0;
export const ALWAYS = 1;
export const LIVED = 0;
export const SIMULTANEOUS = 1;
export const ENDLESS = 2;
