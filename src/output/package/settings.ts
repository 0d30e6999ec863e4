/** Which settings of a manifest are of the scenario, and which are of what was done with it. */

import type { Manifest } from './run-folder.js';

/** With one of these the settings of an analysis begin, which stand behind those of the scenario; no scenario has such a name. */
const first = /^(?:path|measure|outcome)=/;

/** Digits of what an analysis worked out for itself. */
const DIGITS = 4;

/** A setting whose numbers have no more digits than anybody would give. */
const shortened = (setting: string) =>
  setting.replaceAll(/\d+\.\d{4,}/g, (long) => String(Number(Number(long).toPrecision(DIGITS))));

/**
 * The settings that were given for the scenario, and those of an analysis, which it records whether they were given or not: these
 * with the digits that readers are told.
 */
export function settingsIn({ settings }: Pick<Manifest, 'settings'>): {
  readonly ofScenario: readonly string[];
  readonly own: readonly string[];
} {
  const at = settings.findIndex((each) => first.test(each));
  return at < 0
    ? { ofScenario: settings, own: [] }
    : { ofScenario: settings.slice(0, at), own: settings.slice(at).map(shortened) };
}
