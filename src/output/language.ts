/** The languages in which output is written for readers. */
export type Language = 'nl' | 'en';
