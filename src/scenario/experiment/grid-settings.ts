/** The grid of a sweep as the command line sets it. */

import { commandLinePlace, type Diagnostic, type Place } from '../check/diagnostic.js';
import { EXAMPLE } from '../check/known-paths.js';
import { type Change, parseValue, splitSetting } from '../inherit/override.js';
import type { LoadedScenario } from '../load-scenario.js';
import { findDecimalComma } from '../yaml/decimal-comma.js';
import type { Axis, ReadExperiment } from './experiment.js';

/** The grid of settings `path=v1,v2,...` from the command line. */
export function readGridSettings(settings: readonly string[], scenario: LoadedScenario): ReadExperiment {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, Place>();
  const axes = settings.flatMap((setting): Axis[] => {
    const place = commandLinePlace(setting);
    const split = splitSetting(setting);
    if (split === undefined) {
      diagnostics.push({
        ...place,
        message: `expected path=v1,v2,..., such as ${EXAMPLE}=0.6,0.8`,
      });
      return [];
    }
    const path = split.path.join('.');
    const comma = findDecimalComma(split.text, path, scenario.tree);
    if (comma !== undefined) {
      diagnostics.push({ ...place, message: `${path}: ${comma}; commas separate the values` });
      return [];
    }
    const parsed = parseValue(`[${split.text}]`);
    if ('problem' in parsed || !Array.isArray(parsed.value)) {
      const why = 'problem' in parsed ? parsed.problem : 'expected values with commas between them';
      diagnostics.push({ ...place, message: `${path}: ${why}` });
      return [];
    }
    if (places.has(path)) {
      diagnostics.push({ ...place, message: `"${path}" is set twice; expected all its values in one --set` });
    }
    places.set(path, place);
    return [{ path, values: parsed.value }];
  });
  const changeOf = (path: string, value: unknown): Change => {
    const place = places.get(path)!;
    return { path: path.split('.'), value, place, namePlace: place, source: 'command line (--set)' };
  };
  return { experiment: { design: { kind: 'grid', axes }, files: [], changeOf }, diagnostics };
}
