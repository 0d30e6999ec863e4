/** A Slurm cluster of one machine in a temporary folder: its own munge, controller and node daemon, on free ports. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { isInstalled } from './installed.js';

const packages = 'slurm-wlm munge';

/** Why no cluster can be started here; undefined: one can. */
export function slurmObstacle(): string | undefined {
  if (process.getuid?.() !== 0) return 'Slurm is only tested as root: its daemons start jobs for users';
  const missing = ['munged', 'slurmctld', 'slurmd', 'sbatch'].filter((program) => !isInstalled(program));
  if (missing.length === 0) return undefined;
  return `Slurm is not tested: ${missing.join(', ')} missing (Debian: apt-get install ${packages})`;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) => {
          server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until something holds. @throws Error after a minute. */
async function until(holds: () => boolean): Promise<void> {
  const tries = 600;
  for (let i = 0; !holds(); i++) {
    if (i === tries) throw new Error(`in vain waited for: ${holds}`);
    await sleep(100);
  }
}

/** A running cluster. */
export interface LocalSlurm {
  /** Runs a client, as sbatch, in a folder. */
  command(
    cwd: string,
    program: string,
    ...args: string[]
  ): { status: number | null; stdout: string; stderr: string };
  until(holds: () => boolean): Promise<void>;
  /** Waits until a job, or all tasks of an array, have ended; the states they ended in. */
  endOf(job: string): Promise<string>;
  stop(): Promise<void>;
}

function writeConfiguration(folder: string, ports: readonly number[]): string {
  const values: Readonly<Record<string, string | number>> = {
    DIR: folder,
    HOST: hostname().split('.')[0]!,
    CONTROLLER_PORT: ports[0]!,
    NODE_PORT: ports[1]!,
    MEMORY: Math.floor(totalmem() / 2 ** 20),
  };
  const template = readFileSync(resolve('tests/cluster/slurm.conf.in'), 'utf8');
  const path = join(folder, 'slurm.conf');
  writeFileSync(
    path,
    template.replace(/@(\w+)@/g, (_, name: string) => String(values[name])),
  );
  return path;
}

/** Writes a key for munge; the options by which it keeps to a folder. */
function mungeOptions(folder: string): string[] {
  const key = join(folder, 'munge.key');
  writeFileSync(key, crypto.getRandomValues(new Uint8Array(128)), { mode: 0o400 });
  const files = ['socket', 'pid-file', 'seed-file', 'log-file'].map(
    (option) => `--${option}=${join(folder, `munge.${option.replace('-file', '')}`)}`,
  );
  return ['--foreground', '--force', `--key-file=${key}`, ...files];
}

/** The last lines of the daemons' logs. */
function lastWords(folder: string): string {
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return logs.map((log) => `${log}: ${readFileSync(join(folder, log), 'utf8').slice(-1000)}`).join('\n');
}

/** Starts the daemons and waits until the node takes jobs. */
export async function startSlurm(): Promise<LocalSlurm> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-slurm-'));
  for (const name of ['spool', 'state']) mkdirSync(join(folder, name));
  const configuration = writeConfiguration(folder, await freePorts(2));
  const env = { ...process.env, SLURM_CONF: configuration, DOORSTROOM_HOME: resolve('.') };
  const command: LocalSlurm['command'] = (cwd, program, ...args) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const endOf = async (job: string) => {
    let states: string[] = [];
    await until(() => {
      const { stdout } = command(folder, 'scontrol', 'show', 'job', '--oneliner', job);
      states = [...stdout.matchAll(/ JobState=(\w+)/g)].map((match) => match[1]!);
      return states.length > 0 && states.every((state) => !/PENDING|RUNNING|COMPLETING|REQUEUED/.test(state));
    });
    return [...new Set(states)].join();
  };
  const daemons: ChildProcess[] = [];
  const silent = { env, stdio: 'ignore' } as const;
  const isQuiet = () => command(folder, 'squeue', '--noheader').stdout === '';
  const stop = async () => {
    command(folder, 'scancel', '--signal=KILL', '--full', '--user=root');
    await until(isQuiet);
    // The node before the controller it reports to, munge last of all.
    for (const daemon of daemons.reverse()) {
      const ended = new Promise((done) => daemon.once('exit', done));
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      daemon.kill('SIGTERM');
      if ((await Promise.race([ended, sleep(5000)])) === undefined) daemon.kill('SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    daemons.push(spawn('munged', mungeOptions(folder), silent));
    await until(() => existsSync(join(folder, 'munge.socket')));
    daemons.push(spawn('slurmctld', ['-D'], silent));
    daemons.push(spawn('slurmd', ['-D'], silent));
    await until(() => command(folder, 'sinfo', '-h', '-o', '%T').stdout.trim() === 'idle');
  } catch (error) {
    console.error(lastWords(folder));
    await stop();
    throw error;
  }
  return { command, until, endOf, stop };
}
