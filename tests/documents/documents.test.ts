/** The documents: their links lead somewhere, and the files and scripts that they name are there. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingsOf, linksOf } from './links.js';

const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter(existsSync);
const textOf = (name: string) => readFileSync(name, 'utf8');

/** A link's file, from the root; a link to a heading alone is to its own document. */
const fileOf = (document: string, path: string) => (path === '' ? document : join(dirname(document), path));

describe('links', () => {
  it('are found, with the heading that they name', () => {
    const text = 'a [b](c.md#d-e) and [f](#g)\n```\n[no](x)\n```\n`[no](y)` and [site](https://example.org)';
    expect(linksOf(text)).toEqual([
      { path: 'c.md', heading: 'd-e' },
      { path: '', heading: 'g' },
    ]);
    expect(headingsOf('# One\n## Two, `three` (4)\n```\n# no\n```\n')).toEqual(['one', 'two-three-4']);
  });
});

describe.each(documents)('%s', (document) => {
  it('links to what is there', () => {
    const broken = linksOf(textOf(document)).filter(({ path, heading }) => {
      const file = fileOf(document, path);
      if (!existsSync(file)) return true;
      const line = /^L(\d+)$/.exec(heading ?? '')?.[1];
      if (line !== undefined) return Number(line) > textOf(file).split('\n').length;
      return heading !== undefined && !headingsOf(textOf(file)).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  it('is one to which another links', () => {
    const linked = documents
      .filter((other) => other !== document)
      .flatMap((other) => linksOf(textOf(other)).map(({ path }) => fileOf(other, path)));
    if (document !== 'README.md') expect(linked).toContain(document);
  });

  it('names files that are there', () => {
    const named = [
      ...textOf(document).matchAll(
        /\b(?:src|tests|bin|data|scenarios)\/[\w/.-]*\.(?:ts|js|md|sh|csv|yaml|json)\b/g,
      ),
    ];
    const lost = named
      .map(([path]) => path)
      .filter((path) => !existsSync(path) && !existsSync(fileOf(document, path)));
    expect(lost).toEqual([]);
  });

  it('writes no empty value as ~, which a shell may take for the home folder', () => {
    expect(textOf(document).match(/.*[=:] ?~(?!\w).*/g) ?? []).toEqual([]);
  });

  it('names scripts of npm that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    const named = [...textOf(document).matchAll(/npm run (?:--silent )?([a-z][\w-]*)/g)].map(
      ([, name]) => name!,
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
