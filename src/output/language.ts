/** The languages of reports and charts. */
export type Language = 'nl' | 'en';

/** How other programs call them. */
export const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };
