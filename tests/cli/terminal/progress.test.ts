/** What commands that simulate tell of their progress, and the bar that shows it. */

import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onTerminal } from '../../../src/cli/terminal/progress.js';
import { countSteps, type Progress } from '../../../src/run/caller.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { PRICE, scenario } from '../price.js';
import { runHere } from '../program-here.js';

const told = vi.hoisted((): { steps: Progress[] | undefined } => ({ steps: undefined }));
vi.mock('../../../src/run/caller.js', async (original) => {
  const caller = await original<typeof import('../../../src/run/caller.js')>();
  type Counted = Parameters<typeof caller.countSteps>;
  const countTold = (of: Counted[0], ...rest: [Counted[1], Counted[2]]) => {
    const onProgress = (progress: Progress) => {
      told.steps?.push(progress);
      of.onProgress?.(progress);
    };
    return caller.countSteps({ onProgress }, ...rest);
  };
  return { ...caller, countSteps: countTold };
});

afterEach(() => vi.restoreAllMocks());

/** What a bar shows of some work, without what moves the cursor. */
async function shown(lang: 'en' | 'nl', work: (onProgress: (progress: Progress) => void) => Promise<void>) {
  let written = '';
  const isTerminal = process.stderr.isTTY;
  process.stderr.isTTY = true;
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written += chunk;
    return true;
  });
  try {
    await onTerminal(
      { signal: new AbortController().signal, commandLine: [], onKept() {} },
      { quiet: false, lang },
      (caller) => work(caller.onProgress!),
    );
  } finally {
    spy.mockRestore();
    process.stderr.isTTY = isTerminal;
  }
  return stripVTControlCharacters(written);
}

describe('the bar', () => {
  it.each(['en', 'nl'] as const)('shows no time before one is known: %s', async (lang) => {
    const text = await shown(lang, async (onProgress) => {
      const steps = countSteps({ onProgress }, 20);
      steps.expect(0);
      // Longer than the bar waits before it is drawn again.
      await new Promise((drawn) => setTimeout(drawn, 300));
      steps.step('Leiden');
      await new Promise((drawn) => setTimeout(drawn, 300));
    });
    expect(text).toContain('0 %');
    expect(text).toContain('5 % | Leiden');
    expect(text).not.toMatch(/NaN|to go|te gaan|\d+s/);
  });

  it.each([
    ['en', 'to go'],
    ['nl', 'te gaan'],
  ] as const)('shows the time that the rest takes: %s', async (lang, toGo) => {
    const clock = vi.spyOn(performance, 'now');
    const text = await shown(lang, async (onProgress) => {
      for (const [i, second] of [0, 5, 10, 15].entries()) {
        clock.mockReturnValue(1000 * second);
        onProgress({ done: i, total: 10, isTotalKnown: true, name: 'Leiden' });
      }
      await new Promise((drawn) => setTimeout(drawn, 300));
    });
    expect(text).toContain(`30 % | 35s ${toGo} | Leiden`);
  });
});

describe('a total that is told to be known stays', () => {
  const tiny = ['--workers', '1', '--replications', '1'];
  const sized = ['--set', 'cohort.size=20', '--set', 'horizon_years=2'];
  const small = resolve('scenarios/smallingerland.yaml');
  const models = join(packageLibrary().scenarios, 'models');
  it.each([
    ['run', true, [small, ...tiny, ...sized, '--draws', '4']],
    ['run', false, [small, ...tiny, ...sized, '--draws', '12', '--precision', '20%', '--most-draws', '30']],
    ['compare', true, [small, ...tiny, ...sized, '--draws', '4']],
    ['sweep', true, [scenario, ...tiny, '--draws', '4', '--set', `${PRICE}=100,200`]],
    ['sensitivity', true, [scenario, ...tiny, '--draws', '4', '--trajectories', '1', '--base-points', '2']],
    ['threshold', false, [scenario, PRICE, ...tiny, '--draws', '4']],
    ['pilot', true, [scenario, ...tiny, '--draws', '16', '--persons', '10', '--months', '6']],
    ['validate', true, [small, '--targets', '--draws', '2', '--persons', '100', '--workers', '1']],
    ['model', true, ['run', join(models, 'illness-death.yaml'), '--persons', '100', '--workers', '1']],
  ] as const)('%s: %s', async (command, isKnownAtLast, args) => {
    const steps: Progress[] = [];
    told.steps = steps;
    const place = command === 'validate' ? [] : ['--out', join(folderWith({}), 'out')];
    const { status, stderr } = await runHere(command, ...args, ...place);
    told.steps = undefined;
    expect([status, stderr]).toEqual([0, expect.anything()]);
    const last = steps.at(-1)!;
    expect([last.done, last.isTotalKnown]).toEqual([last.total, isKnownAtLast]);
    const totals = steps.filter(({ isTotalKnown }) => isTotalKnown).map(({ total }) => total);
    expect(new Set(totals).size).toBe(isKnownAtLast ? 1 : 0);
  });
});
