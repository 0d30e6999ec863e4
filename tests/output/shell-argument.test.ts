import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { quoteArgument } from '../../src/output/shell-argument.js';

describe('an argument in a command to repeat', () => {
  it('stays as it is where a shell takes it for one', () => {
    for (const plain of ['leiden', '../my/town.yaml', 'cohort.size=40,50'])
      expect(quoteArgument(plain)).toBe(plain);
  });

  it.skipIf(process.platform === 'win32')('comes through a shell as it was, and runs nothing', () => {
    for (const text of ['sp ace.yaml', "it's $(echo ran) `echo ran`.yaml", 'a;b&c|d>e*?~', 'näam', ''])
      expect(execFileSync('sh', ['-c', `printf %s ${quoteArgument(text)}`], { encoding: 'utf8' })).toBe(text);
  });
});
