/** The words of all laws: what they name in results has one name, whichever law it comes from. */

import { regimes } from '../../domain/regimes/all.js';
import type { LawWords, Names } from '../../domain/regimes/regime.js';
import type { Language } from '../language.js';

export type { Names };

/** The words of all laws in a language. */
export function lawWords(language: Language): LawWords {
  const all = (kind: keyof LawWords): Names =>
    Object.assign({}, ...regimes.map(({ words }) => words[language][kind])) as Names;
  return {
    components: all('components'),
    payers: all('payers'),
    parts: all('parts'),
    terms: all('terms'),
    units: all('units'),
  };
}
