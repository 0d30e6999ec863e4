/** Benchmarks are not run by the suite: what they import of the program must at least be there. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'tests/bench';

describe('benchmarks', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.js')))(
    '%s imports files that exist',
    (name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      const imported = [...text.matchAll(/'\.\.\/\.\.\/dist\/(.+)\.js'/g)].map(
        ([, path]) => `src/${path}.ts`,
      );
      expect(imported.filter((path) => !existsSync(path))).toEqual([]);
    },
  );
});
