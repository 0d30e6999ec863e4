/** Results shown in the documents are those that the program gives now. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOf, between, municipalities, pictures, shownOf, sketchOf } from './pictures.js';

const read = (file: string) => readFileSync(file, 'utf8');

describe('what documents show of Leiden', () => {
  it('is what a default run gives: npm run pictures writes it anew', () => {
    const shown = shownOf('leiden');
    for (const [file, lang] of [
      ['README.md', 'en'],
      ['README.nl.md', 'nl'],
    ] as const) {
      expect(read(file)).toBe(between(read(file), 'leiden', answerOf(shown[lang], lang)));
      expect(read(join(pictures, `leiden.${lang}.svg`)) === shown[lang].chart).toBe(true);
    }
    expect(read('scenarios/README.md')).toContain(sketchOf('leiden', shown.en));
  }, 180_000);
});

it.each(municipalities)('%s has a picture and its sentences', (name) => {
  expect(existsSync(join(pictures, `${name}.en.svg`))).toBe(true);
  expect(read('scenarios/README.md')).toMatch(
    new RegExp(`pictures/${name}\\.en\\.svg\\)\\n\\n\\*\\*.+\\*\\*\\n\\n`),
  );
});
