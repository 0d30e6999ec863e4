/** Turns a model file into the engine's model and its population, or into a list of everything wrong with it. */

import { conditionWords } from '../../domain/checks/reserved-names.js';
import type { Condition, Exposure, Load, Milestone, Track } from '../../engine/model/model.js';
import type { BuiltModel } from '../../engine/model/population.js';
import { type Diagnostic, sortDiagnostics } from '../check/diagnostic.js';
import { diagnoseWithSchema } from '../check/issues.js';
import { readYamlFile, type YamlFile } from '../yaml/yaml-file.js';
import { type ModelFile, modelFileSchema } from './model-file.js';
import { readPopulation } from './model-population.js';
import { Problems } from './model-problems.js';
import { readRewards } from './model-rewards.js';
import { readTransitions } from './model-transitions.js';

export type LoadedModel =
  | { readonly ok: true; readonly built: BuiltModel; readonly file: YamlFile }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

function readTracks(file: ModelFile, problems: Problems): Track[] {
  const tracks = Object.entries(file.tracks).map(([name, { states }]) => ({ name, states }));
  if (tracks.length === 0) problems.report(['tracks'], 'tracks: expected at least one');
  for (const { name, states } of tracks) {
    if ((conditionWords as readonly string[]).includes(name)) {
      problems.report(['tracks', name], `a track cannot be named "${name}": conditions use that word`, true);
    }
    problems.checkUnique(
      `states of track "${name}"`,
      states.map((state, i) => ({ path: ['tracks', name, 'states', i], name: state })),
    );
  }
  // Duplicates within a track have been reported already.
  problems.checkUnique(
    'tracks and states, as means.csv writes them ("track: state")',
    tracks.flatMap(({ name, states }) =>
      [...new Set(states)].map((state) => ({ path: ['tracks', name], name: `${name}: ${state}` })),
    ),
  );
  return tracks;
}

function readExposures(file: ModelFile, tracks: readonly Track[], problems: Problems): Exposure[] {
  return Object.entries(file.exposures ?? {}).flatMap(([name, { when, cap }]) => {
    const condition = problems.readCondition(['exposures', name, 'when'], when, tracks);
    if (condition === undefined) return [];
    return [{ name, when: condition, capMonths: cap ?? Number.POSITIVE_INFINITY }];
  });
}

function readLoads(file: ModelFile, tracks: readonly Track[], problems: Problems): Load[] {
  return Object.entries(file.loads ?? {}).map(([name, { weights }]) => {
    const path = ['loads', name, 'weights'];
    const known = Object.entries(weights).flatMap(([track, states]) => {
      if (!problems.checkTrackKey([...path, track], tracks)) return [];
      const own = tracks.find((each) => each.name === track)!;
      return Object.entries(states)
        .filter(([state]) => problems.checkState([...path, track, state], own, state, true))
        .map(([state, weight]) => ({ track, state, weight }));
    });
    return { name, weights: known };
  });
}

function readMilestones(file: ModelFile, tracks: readonly Track[], problems: Problems): Milestone[] {
  const entries = file.milestones ?? [];
  problems.checkUnique(
    'milestones',
    entries.map(({ name }, i) => ({ path: ['milestones', i, 'name'], name })),
  );
  return entries.flatMap(({ name, when, sustained }, i) => {
    const condition: Condition | undefined = problems.readCondition(['milestones', i, 'when'], when, tracks);
    return condition === undefined ? [] : [{ name, when: condition, sustainedMonths: sustained ?? 0 }];
  });
}

/** Builds a file that fits the schema. With problems the result must not be used. */
function build(file: ModelFile, problems: Problems): BuiltModel {
  const tracks = readTracks(file, problems);
  const exposures = readExposures(file, tracks, problems);
  const loads = readLoads(file, tracks, problems);
  const read = readTransitions(file, tracks, problems);
  const rewards = readRewards(file, tracks, read, problems);
  const milestones = readMilestones(file, tracks, problems);
  return {
    title: file.title,
    model: {
      tracks,
      transitions: read.map((each) => each.transition),
      exposures,
      loads,
      rewards,
      milestones,
      horizonMonths: file.horizon,
      periods: [],
      discountRate: file.discount_rate ?? 0,
    },
    population: readPopulation(file, tracks, read, problems),
    persons: file.persons,
  };
}

/**
 * Builds the model of a YAML file that has been read. All problems are reported at once. If the schema finds any, only those are
 * reported, since the other checks need a file of the right form.
 */
function buildModel(file: YamlFile): LoadedModel {
  const misfits = diagnoseWithSchema(modelFileSchema, file.tree, file.locate);
  if (misfits.length > 0) return { ok: false, diagnostics: sortDiagnostics(misfits) };
  const problems = new Problems();
  const built = build(modelFileSchema.parse(file.tree), problems);
  const diagnostics = problems.diagnostics(file.locate);
  if (diagnostics.length > 0) return { ok: false, diagnostics: sortDiagnostics(diagnostics) };
  return { ok: true, built, file };
}

/** Reads, checks and builds a model file. */
export function loadModelFile(path: string): LoadedModel {
  const { file, diagnostics } = readYamlFile(path);
  return file === undefined ? { ok: false, diagnostics: sortDiagnostics(diagnostics) } : buildModel(file);
}
