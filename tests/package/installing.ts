/** npm, for tests that install something. */

import { execFile } from 'node:child_process';

/** How long npm may take to install something before the registry counts as out of reach, in milliseconds. */
const PATIENCE = 90_000;
/** What npm prints when it cannot reach the registry, or the registry does not have what is asked for. */
const OUT_OF_REACH =
  /EAI_AGAIN|ENOTFOUND|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|E40[134]|E5\d\d|ETARGET/;

/** Why something could not be installed, though nothing of ours is wrong. */
export class OutOfReach extends Error {}

/**
 * Runs a program in a folder, for so many milliseconds at most (0: as long as it takes). Returns its standard output; rejects with what
 * it printed on standard error.
 */
export function start(program: string, args: readonly string[], cwd: string, timeout = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: process.env.TEST_CA_CERTS };
    execFile(program, args, { cwd, env, timeout, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (error.killed) reject(new OutOfReach(`${program} took more than ${timeout / 1000} seconds`));
      else reject(new Error(stderr || error.message));
    });
  });
}

/**
 * Installs packages into a folder, from npm's cache where they are in it.
 * @throws OutOfReach when the registry cannot be reached; Error when npm refuses what it was given.
 */
export async function install(folder: string, ...packages: readonly string[]): Promise<void> {
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries', '1'];
  try {
    await start('npm', ['install', ...options, ...packages], folder, PATIENCE);
  } catch (error) {
    if (error instanceof OutOfReach) throw error;
    const said = (error as Error).message;
    if (OUT_OF_REACH.test(said)) throw new OutOfReach(said.split('\n')[0]);
    throw error;
  }
}

/** What a promise gives, or why the registry was out of reach. */
export async function orWhyNot<T>(installed: Promise<T>): Promise<T | OutOfReach> {
  try {
    return await installed;
  } catch (error) {
    if (error instanceof OutOfReach) return error;
    throw error;
  }
}
