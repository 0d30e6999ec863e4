/** Whether an analysis is of the scenario of a run: the same numbers, settings, posterior and norms. */

import { basename } from 'node:path';
import type { Manifest } from '../../output/package/run-folder.js';
import { settingsIn } from '../../output/package/settings.js';

type Recorded = Pick<Manifest, 'inputs' | 'settings' | 'scenario_sha256'>;

/** Files that are not the same in both, by their names. */
function otherFiles(one: Recorded, other: Recorded): string[] {
  const hashes = ({ inputs }: Recorded) => inputs.map(({ sha256 }) => sha256);
  const only = (own: Recorded, known: readonly string[]) =>
    own.inputs.filter(({ sha256 }) => !known.includes(sha256)).map(({ path }) => basename(path));
  return [...new Set([...only(one, hashes(other)), ...only(other, hashes(one))])];
}

/**
 * What an analysis has otherwise than a run of a scenario of the same name; undefined: nothing, or one of them was made before
 * manifests told it.
 */
export function otherSetting(analysis: Recorded, run: Recorded): string | undefined {
  const [own, known] = [analysis, run].map(({ scenario_sha256: hash }) => hash);
  if (own === undefined || known === undefined || own === known) return undefined;
  const [there, here] = [settingsIn(analysis).ofScenario, settingsIn(run).ofScenario];
  const added = there.filter((each) => !here.includes(each));
  const missing = here.filter((each) => !there.includes(each));
  const files = otherFiles(analysis, run);
  const said = [
    ...(added.length === 0 ? [] : [`with ${added.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`without ${missing.join(', ')}`]),
    ...(files.length === 0 ? [] : [`from other contents of ${files.join(', ')}`]),
  ];
  return said.length === 0 ? 'with other numbers' : said.join(' and ');
}
