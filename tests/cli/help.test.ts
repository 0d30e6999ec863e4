/** Help as wide as the terminal. */

import type { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/main.js';

afterEach(() => vi.unstubAllEnvs());

const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];

describe('help', () => {
  it.each([60, 80, 120])('of no command is wider than %i columns, nor is a word of it lost', (columns) => {
    const helpAt = (width: number) => {
      vi.stubEnv('COLUMNS', String(width));
      return all(program(() => undefined, { breakdowns: ['education'] })).map((each) =>
        each.helpInformation(),
      );
    };
    const widest = helpAt(columns).map((help) => Math.max(...help.split('\n').map((line) => line.length)));
    expect(Math.max(...widest)).toBeLessThanOrEqual(columns);
    const bare = (help: string) => help.replaceAll(/\s+/g, '');
    expect(helpAt(columns).map(bare)).toEqual(helpAt(1000).map(bare));
  });
});
