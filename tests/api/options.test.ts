/** What the public functions refuse, as the command line does. */

import { describe, expect, it } from 'vitest';
import {
  loadScenario,
  Refusal,
  type SimulateOptions,
  simulate,
  taskOfScenario,
} from '../../src/api/index.js';

const scenario = loadScenario('smallingerland', ['cohort.size=10', 'horizon_years=2']);
const refusalOf = (options: object) =>
  simulate(scenario, options).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refusal ? error.message : `not refused: ${String(error)}`),
  );

describe('an option that is none', () => {
  it.each([
    [{ draws: 0 }, 'draws: expected a whole number from 1 to 100000, got 0'],
    [{ draws: -1 }, 'draws: expected a whole number from 1 to 100000, got -1'],
    [{ draws: 1.5 }, 'draws: expected a whole number from 1 to 100000, got 1.5'],
    [{ draws: '4' }, 'draws: expected a whole number from 1 to 100000, got "4"'],
    [{ draws: Number.NaN }, 'draws: expected a whole number from 1 to 100000, got NaN'],
    [{ draws: 100_001 }, 'draws: expected a whole number from 1 to 100000, got 100001'],
    [{ replications: 0 }, 'replications: expected a whole number from 1 to 1000000, got 0'],
    [{ replications: 2.5 }, 'replications: expected a whole number from 1 to 1000000, got 2.5'],
    [{ workers: 0 }, 'workers: expected a whole number from 1 to 1024, got 0'],
    [{ workers: 1025 }, 'workers: expected a whole number from 1 to 1024, got 1025'],
    [{ seed: 7 }, 'seed: expected a text, got 7'],
    [{ by: 1 }, 'by: expected a text, got 1'],
  ])('is refused: %j', async (options, message) => {
    expect(await refusalOf(options)).toBe(message);
  });

  it('is refused for a task as well, and one left out is not', () => {
    expect(() => taskOfScenario(scenario, { draws: 0 })).toThrow(Refusal);
    const leftOut = { draws: 2, replications: undefined, by: undefined } as unknown as SimulateOptions;
    expect(taskOfScenario(scenario, leftOut).draws).toBe(2);
  });

  it('is refused of the horizon where the scenario is loaded', () => {
    expect(() => loadScenario('leiden', ['horizon_years=0'])).toThrow(/horizon_years: expected at least 1/);
    expect(() => loadScenario('leiden', ['horizon_years=1.5'])).toThrow(/expected a whole number/);
  });
});
