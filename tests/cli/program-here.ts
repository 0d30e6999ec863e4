/** The program run in this very process: quicker than the built one where start-up is not what is tested. */

import { vi } from 'vitest';
import { main } from '../../src/cli/main.js';

/** Runs the program with the given arguments; what it prints is caught. */
export async function runHere(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      printed[name] += chunk;
      return true;
    }),
  );
  try {
    const status = await main(['node', 'doorstroom', ...args]);
    return { status, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs the program as {@link runHere}, with a folder as its working directory. */
export async function runHereIn(folder: string, ...args: string[]) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runHere(...args);
  } finally {
    process.chdir(before);
  }
}
