/** The languages in which reports and charts speak. */
export type Language = 'nl' | 'en';
