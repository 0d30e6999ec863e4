/** Characters that XML and HTML do not allow. */

/** The text without control characters (tab and line ends become spaces), half characters and non-characters. */
export function dropForbiddenCharacters(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}
