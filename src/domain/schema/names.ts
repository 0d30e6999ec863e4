/** The names that scenarios and results share: reasons, levels, payers, what activities act on. */

/** Why people leave a course or an activity before its end. */
export const dropoutReasons = ['health', 'family', 'motivation'] as const;

/** Levels of the language that take time to reach, each after the one before it. */
export const levelsAbove = ['basic', 'exam_level', 'higher'] as const;

export const languageLevels = ['none', ...levelsAbove] as const;

/** Beginning of the names of tracks that the model adds for itself; no activity may have such a name. */
export const SUPPORT = 'support_';

/** The payer of bijstand. */
export const MUNICIPALITY = 'municipality';

/** Who pays, with those that a law adds. */
export const payersWith = (ofLaw: readonly string[]) => [MUNICIPALITY, 'state', ...ofLaw, 'other'];

/** What an activity may act on, with what a law adds; the sizes stand in `effects`. */
export const effectTargetsWith = (ofLaw: readonly string[]) => [
  'work',
  'education',
  'language',
  ...ofLaw,
  'dropout',
  'health',
];
