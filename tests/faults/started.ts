/** The built program as a process that can be met while it runs, in a folder of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';

const program = resolve('bin/doorstroom.js');

/** A scenario that is quickly read and simulated. */
export const scenario = resolve('scenarios/alphen-chaam.yaml');

/** A new folder, which the caller removes. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'doorstroom-faults-'));
}

/** A folder that is removed when the test has ended. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** How a process ended. */
export interface Ended {
  /** null: by a signal. */
  readonly status: number | null;
  readonly stderr: string;
}

/** A process that was started. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the program in a folder. */
export function start(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((done) => child.once('close', (status) => done({ status, stderr })));
  return { child, ended };
}

/** Runs the program in a folder to its end. */
export function runToEnd(folder: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended> {
  return start(folder, args, env).ended;
}

/** Waits until something holds, or a process ends. */
export async function until(holds: () => boolean, { child }: Started): Promise<void> {
  while (!holds() && child.exitCode === null && child.signalCode === null)
    await new Promise((done) => setTimeout(done, 10));
}

/** Whether a file is there with more than so many bytes. */
export function holdsMore(path: string, bytes: number): boolean {
  return existsSync(path) && statSync(path).size > bytes;
}

/** Expects a message for people: one line, no stack. */
export function expectOneLine(stderr: string): void {
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toMatch(/a bug in doorstroom|\.js:\d/);
}
