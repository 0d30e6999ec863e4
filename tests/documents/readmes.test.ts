/** The READMEs: the English one is short, and the Dutch one says the same, part by part. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blocksOf } from './blocks.js';
import { linksOf } from './links.js';

/** Words as `wc -w` counts them where characters are UTF-8: to it, spaces that do not break and joiners divide words too. */
const wordsOf = (text: string) => text.split(/[\s\u2060]+/u).filter((word) => word !== '').length;

it('words are counted as wc -w does', () => {
  expect(wordsOf('| a | `b c` |\n- \u2212\u2060\u20ac1 to 2\u00a0km\n')).toBe(12);
});

it('README.md has at most 900 words, everything counted', () => {
  expect(wordsOf(readFileSync('README.md', 'utf8'))).toBeLessThanOrEqual(900);
});

/** A command without what only readers of Dutch need. */
const withoutDutch = (command: string) => command.replaceAll(/ --(?:lang|csv) nl\b/g, '');

/** What a program in R or Stata reads and asks, however it reads it. */
const askedIn = (code: string) => [
  ...code.matchAll(/"results\/[^"]+"|\w+ == "\w+"/g),
  ...code.matchAll(/(?<=^list )[\w ]+?(?= if |$)|(?<=c\().*(?=\))/gm),
];

/** What both pages have in common: of each section its commands, its code, its links, and how many points it lists. */
function partsOf(document: string): unknown[] {
  const text = readFileSync(document, 'utf8');
  const [, ...sections] = text.split(/^## .*$/m);
  return sections.map((section) => ({
    languages: [...section.matchAll(/^```(\w+)$/gm)].map(([, language]) => language),
    commands: [...section.matchAll(/^(?:npx|npm) .*$/gm)].map(([command]) => withoutDutch(command)),
    named: [...section.matchAll(/`((?:npx|npm) [^`\n]+)`/g)].map(([, command]) => withoutDutch(command!)),
    links: linksOf(section).map(({ path, heading }) => [path.replace(/\.nl\.svg$/, '.en.svg'), heading]),
    points: section.match(/^- /gm)?.length,
    rows: section.match(/^\|/gm)?.length,
  }));
}

it('README.nl.md has the sections, commands, links and points of README.md', () => {
  const parts = partsOf('README.md');
  expect(parts.length).toBeGreaterThan(5);
  expect(partsOf('README.nl.md')).toEqual(parts);
});

it.each(['r', 'stata'])('README.nl.md asks the same of the results in %s, in six lines too', (language) => {
  const [[english], [dutch]] = [blocksOf('README.md', language), blocksOf('README.nl.md', language)];
  const asked = askedIn(english!).map(([found]) => found);
  expect(asked.length).toBeGreaterThan(4);
  expect(askedIn(dutch!).map(([found]) => found)).toEqual(asked);
  for (const code of [english!, dutch!]) expect(code.trim().split('\n')).toHaveLength(6);
});
