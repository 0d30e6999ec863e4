/** The five-state model in other people's packages, as far as they are installed here. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Exit status of a peer's program that finds its package missing. */
const MISSING = 3;

const peers = [
  { name: 'hesim (R and C++)', file: 'five-states-hesim.R', programs: ['Rscript'], persons: 300_000 },
  { name: 'msm (R)', file: 'five-states-msm.R', programs: ['Rscript'], persons: 5000 },
  { name: 'simmer (R)', file: 'five-states-simmer.R', programs: ['Rscript'], persons: 5000 },
  {
    name: 'SimPy (Python)',
    file: 'five-states-simpy.py',
    programs: ['python3', '/usr/bin/python3'],
    persons: 20000,
  },
];

/** Runs a peer: its name and what it printed, or why it was skipped. */
function runPeer({ name, file, programs, persons }) {
  const script = fileURLToPath(new URL(`peers/${file}`, import.meta.url));
  for (const program of programs) {
    const { error, status, stdout, stderr } = spawnSync(program, [script, String(persons)], {
      encoding: 'utf8',
    });
    if (status === 0) return { name, persons, ...JSON.parse(stdout) };
    if (error === undefined && status !== MISSING) throw new Error(`${file} failed:\n${stderr}`);
  }
  return { name, skipped: 'not installed' };
}

/** Runs all peers. */
export function runPeers() {
  return peers.map(runPeer);
}

/** Standard errors that a peer's mean may lie from ours: by chance it does so once in two million times. */
const FAR = 5;

/**
 * Holds a peer's mean against ours over so many persons, `variance` being that between persons.
 * @throws Error when it is further off than chance explains.
 */
export function refuseUnlikely(peer, what, theirs, { mean, variance }, persons) {
  const error = Math.sqrt(variance / peer.persons + variance / persons);
  if (Math.abs(theirs - mean) <= FAR * error) return;
  throw new Error(
    `${peer.name}: ${what} is ${theirs}, but ours ${mean}: more than ${FAR} standard errors off`,
  );
}
