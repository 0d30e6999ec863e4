/** The names that scenarios, populations and results share: groups of people, levels, reasons, payers. */

export const origins = ['syria', 'eritrea', 'other'] as const;
export const sexes = ['men', 'women'] as const;
/** The four groups of Groningen's covenant (source document, section 3.4). */
export const educationLevels = ['low_literate', 'low', 'middle', 'high'] as const;
export const households = ['single', 'single_parent', 'couple', 'couple_with_children'] as const;
export const ageBands = ['18-24', '25-34', '35-44', '45-54', '55-64'] as const;

/** Why people leave a course or an activity before its end. */
export const dropoutReasons = ['health', 'family', 'motivation'] as const;

export const languageLevels = ['none', 'basic', 'exam_level', 'higher'] as const;

export const payers = ['municipality', 'state', 'duo', 'other'] as const;
export type Payer = (typeof payers)[number];
