/** Blocks of code in documents. */

import { readFileSync } from 'node:fs';

/** The blocks of code of a document in a language. */
export function blocksOf(document: string, language: string): string[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, code]) => code!,
  );
}
