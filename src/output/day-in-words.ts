/** Days as people write them. */

import { type Language, locales } from './language.js';

/** Made at the first use: one takes longer than most commands take to print. */
const formats: Partial<Record<Language, Intl.DateTimeFormat>> = {};

/** A day in words: 1 October 2015, 1 oktober 2015. */
export function dayInWords(day: Date, language: Language): string {
  formats[language] ??= new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return formats[language].format(day);
}
