/** Whatever stands on the command line, the program ends with a result or with a message. */

import fc from 'fast-check';
import { afterEach, describe, it, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { cases, promiseCommand } from './promise.js';

afterEach(() => vi.restoreAllMocks());

async function run(args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    });
  }
  const status = await main(['node', 'doorstroom', ...args]);
  vi.restoreAllMocks();
  return { status, ...written };
}

const paths = [
  'income.work',
  'cohort.size',
  'horizon_years',
  'approaches.sequential.course.mean_wait',
  'extends',
  'posterior',
];
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.double().map(String),
  fc.constantFrom(
    '',
    '-1',
    '.nan',
    '1e400',
    '1,5',
    '[1, 2]',
    '{ value: 2 }',
    '&a [*a]',
    '__proto__',
    '../../etc/passwd',
    '\u202e',
    '\n',
  ),
);
const setting = fc
  .tuple(fc.oneof(fc.constantFrom(...paths), text), text)
  .map(([path, value]) => ['--set', `${path}=${value}`]);
const option = fc.oneof(
  setting,
  fc.tuple(
    fc.constantFrom('--person', '--replication', '--draw', '--seed', '--csv', '--csv-file=', '--unknown'),
    text,
  ),
);

describe('the command line', () => {
  it('of one life takes any setting, or refuses it in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(option, { maxLength: 3 }), async (options) => {
        // Files that could be named by chance are never written.
        const args = options.flat().filter((arg) => !arg.startsWith('--csv-file'));
        await promiseCommand(() => run(['trace', 'scenarios/almere.yaml', ...args]));
      }),
      cases(6),
    );
  });
});
