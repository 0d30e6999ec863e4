/** The built program, run in a folder of its own. */

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const program = resolve('bin/doorstroom.js');

/** Runs the built program with a folder as its working directory. */
export function runProgram(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
