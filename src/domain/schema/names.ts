/** The names that scenarios and results share: reasons, levels, payers, what activities act on. */

/** Why people leave a course or an activity before its end. */
export const dropoutReasons = ['health', 'family', 'motivation'] as const;

/** Levels of the language that take time to reach, each after the one before it. */
export const levelsAbove = ['basic', 'exam_level', 'higher'] as const;

export const languageLevels = ['none', ...levelsAbove] as const;

/** What the names of the tracks begin with that say whether support is at work; no activity may have one. */
export const SUPPORT = 'support_';

/** Who pays, with those that a law adds. */
export const payersWith = (ofLaw: readonly string[]) => ['municipality', 'state', ...ofLaw, 'other'];

/** What an activity may act on, with what a law adds; the sizes stand in `effects`. */
export const effectTargetsWith = (ofLaw: readonly string[]) => [
  'work',
  'education',
  'language',
  ...ofLaw,
  'dropout',
];
