/** The names that scenarios and results share: reasons, levels, payers. */

/** Why people leave a course or an activity before its end. */
export const dropoutReasons = ['health', 'family', 'motivation'] as const;

export const languageLevels = ['none', 'basic', 'exam_level', 'higher'] as const;

/** Beginning of the names of tracks that the model adds for itself; no activity may have such a name. */
export const SUPPORT = 'support_';

export const payers = ['municipality', 'state', 'duo', 'other'] as const;
export type Payer = (typeof payers)[number];
