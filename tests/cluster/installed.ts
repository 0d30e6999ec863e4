/** What this machine has. */

import { spawnSync } from 'node:child_process';

/** Whether a program can be started. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
