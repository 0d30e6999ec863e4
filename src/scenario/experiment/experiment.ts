/** Experiment files: which points of a scenario a sweep simulates. */

import { refusePointName } from '../../domain/checks/reserved-names.js';
import { quantileOfDraws } from '../../domain/parameters/posterior.js';
import { isAnnotated, rounded } from '../../domain/parameters/quantity.js';
import { quantileOfQuantity } from '../../domain/parameters/uncertainty.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import { type Diagnostic, type Place, sortDiagnostics } from '../check/diagnostic.js';
import { diagnoseWithSchema } from '../check/issues.js';
import { refusePath } from '../check/known-paths.js';
import { nearNames } from '../check/nearest.js';
import { isWholeAt } from '../check/schema-walk.js';
import { nodeOf } from '../inherit/layers.js';
import type { Change } from '../inherit/override.js';
import { nodeOfNumber } from '../inherit/ties.js';
import type { LoadedScenario } from '../load-scenario.js';
import { type Path, readYamlFile, type YamlFile } from '../yaml/yaml-file.js';
import {
  type ExperimentFile,
  type ExperimentKind,
  experimentKinds,
  experimentSchema,
  type GridEntry,
  type HypercubeEntry,
  type OneAtATimeEntry,
} from './experiment-file.js';

/** A path with the values it is to take. */
export interface Axis {
  readonly path: string;
  readonly values: readonly unknown[];
}

/** A path with the value at each probability. */
interface Dimension {
  readonly path: string;
  readonly quantile: (probability: number) => number;
}

/** The design of an experiment, from which its points are computed. */
export type Design =
  | { readonly kind: 'grid' | 'one_at_a_time'; readonly axes: readonly Axis[] }
  | {
      readonly kind: 'latin_hypercube';
      readonly points: number;
      readonly seed: string | undefined;
      readonly dimensions: readonly Dimension[];
    }
  | {
      readonly kind: 'what_ifs';
      readonly points: readonly { readonly name: string; readonly set: Readonly<Record<string, unknown>> }[];
    };

/** An experiment on a scenario. */
interface Experiment {
  readonly design: Design;
  /** Files it was read from. */
  readonly files: readonly YamlFile[];
  /** The change of the scenario that sets a path to a value, with its place. @param point number of the point, from 0 */
  changeOf(path: string, value: unknown, point: number): Change;
}

/** An experiment, as far as it is valid, and all problems with it. */
export interface ReadExperiment {
  readonly experiment: Experiment | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function isSteps(entry: unknown): entry is { from: number; to: number; steps: number } {
  return typeof entry === 'object' && entry !== null && 'steps' in entry;
}

/** The values of a list or of equal steps. */
function valuesOf(entry: GridEntry): unknown[] {
  if (!isSteps(entry)) return entry;
  const { from, to, steps } = entry;
  return Array.from({ length: steps }, (_, i) => rounded(from + ((to - from) * i) / (steps - 1)));
}

/** Central probability mass that the ends of a range hold when its distribution has tails. */
const RANGE = [0.025, 0.975] as const;

/** Reads the entries of one experiment file against a scenario. */
class ExperimentReader {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly scenario: LoadedScenario,
    private readonly file: YamlFile,
  ) {}

  /**
   * Low and high of a path's own range, or the 2.5 and 97.5 % points for a number in the posterior; undefined (and reported)
   * without either.
   */
  ownRange(path: string): [number, number] | undefined {
    const quantity = this.ownQuantity(path);
    if (quantity === undefined) return undefined;
    const posterior = this.posteriorQuantile(path);
    if (posterior !== undefined) return [rounded(posterior(RANGE[0])), rounded(posterior(RANGE[1]))];
    const { low, high } = quantity;
    return low !== undefined && high !== undefined
      ? [low, high]
      : [quantileOfQuantity(quantity, RANGE[0]), quantileOfQuantity(quantity, RANGE[1])];
  }

  /** Quantile function of a path's own distribution; undefined (and reported) when it has none. */
  ownQuantile(path: string): ((p: number) => number) | undefined {
    const quantity = this.ownQuantity(path);
    if (quantity === undefined) return undefined;
    const posterior = this.posteriorQuantile(path);
    if (posterior !== undefined) return posterior;
    if (quantity.distribution === 'fixed') {
      this.report(path, 'is fixed; write { low: ..., high: ... }');
      return undefined;
    }
    return (p) => quantileOfQuantity(quantity, p, isWholeAt(schemaFor(this.scenario.tree), path.split('.')));
  }

  /** Quantile function over the posterior, where the scenario draws the number from one. */
  private posteriorQuantile(path: string) {
    const { posterior } = this.scenario;
    return posterior === undefined ? undefined : quantileOfDraws(posterior, path);
  }

  private ownQuantity(path: string) {
    const steps = path.split('.');
    const { inherited, tree } = this.scenario;
    const refusal = refusePath(steps, inherited, schemaFor(tree));
    if (refusal !== undefined) {
      this.diagnostics.push({ ...this.file.locate(['paths', path], true), message: refusal });
      return undefined;
    }
    const quantity = nodeOfNumber(tree, path);
    if (isAnnotated(quantity) && quantity.choice !== undefined) {
      const { by, options } = quantity.choice;
      const under = options.map((option) => `"${option.path}"`).join(' or ');
      this.report(path, `hangs on ${by}; expected the number under one answer, ${under}, or values`);
      return undefined;
    }
    const ranged = isAnnotated(quantity) && (quantity.low ?? quantity.points) !== undefined;
    if (ranged) return quantity;
    this.report(path, 'has no range of its own; write { low: ..., high: ... }');
    return undefined;
  }

  private report(path: string, message: string): void {
    this.diagnostics.push({ ...this.file.locate(['paths', path]), message: `${path} ${message}` });
  }

  oneAtATime(path: string, entry: OneAtATimeEntry): Axis[] {
    if (entry === 'own') {
      const range = this.ownRange(path);
      return range === undefined ? [] : [{ path, values: [...new Set(range)] }];
    }
    if (Array.isArray(entry) || isSteps(entry)) return [{ path, values: valuesOf(entry) }];
    return [{ path, values: [entry.low, entry.high] }];
  }

  hypercube(path: string, entry: HypercubeEntry): Dimension[] {
    const whole = isWholeAt(schemaFor(this.scenario.tree), path.split('.'));
    const quantile =
      entry === 'own'
        ? this.ownQuantile(path)
        : (p: number) =>
            quantileOfQuantity({ value: entry.low, ...entry, distribution: 'uniform' }, p, whole);
    return quantile === undefined ? [] : [{ path, quantile: (p) => rounded(quantile(p)) }];
  }

  design(file: ExperimentFile): Design {
    switch (file.kind) {
      case 'grid': {
        const axes = Object.entries(file.paths).map(([path, entry]) => ({ path, values: valuesOf(entry) }));
        return { kind: file.kind, axes };
      }
      case 'one_at_a_time': {
        const axes = Object.entries(file.paths).flatMap(([path, entry]) => this.oneAtATime(path, entry));
        return { kind: file.kind, axes };
      }
      case 'latin_hypercube': {
        const dimensions = Object.entries(file.paths).flatMap(([path, entry]) => this.hypercube(path, entry));
        return { kind: file.kind, points: file.points, seed: file.seed, dimensions };
      }
      case 'what_ifs':
        return { kind: file.kind, points: file.points };
    }
  }
}

/** The kind of a file, or the kind it was probably meant to be. */
function meantKind(tree: unknown): ExperimentKind | undefined {
  const named = nodeOf(tree, ['kind']);
  const kinds = Object.keys(experimentKinds) as ExperimentKind[];
  return typeof named === 'string' ? (nearNames(named, kinds)[0] as ExperimentKind | undefined) : undefined;
}

/** Problems of form. For a file of unknown kind only that is reported, since the rest depends on it. */
function diagnoseForm(file: YamlFile): Diagnostic[] {
  const kind = meantKind(file.tree);
  if (kind !== undefined) return diagnoseWithSchema(experimentKinds[kind], file.tree, file.locate);
  const names = Object.keys(experimentKinds).join(', ');
  const named = nodeOf(file.tree, ['kind']);
  const message =
    named === undefined
      ? `missing: kind; expected one of: ${names}`
      : `kind: ${JSON.stringify(named)} is not valid; expected one of: ${names}`;
  return [{ ...file.locate(['kind']), message }];
}

function keysOf(node: unknown): string[] {
  return typeof node === 'object' && node !== null && !Array.isArray(node) ? Object.keys(node) : [];
}

/** Paths that the scenario does not have. The file may have other problems too. */
function diagnosePaths({ tree, locate }: YamlFile, { inherited }: LoadedScenario): Diagnostic[] {
  const points = nodeOf(tree, ['points']);
  const sections: Path[] = [
    ['paths'],
    ...(Array.isArray(points) ? points.map((_, i): Path => ['points', i, 'set']) : []),
  ];
  return sections.flatMap((section) =>
    keysOf(nodeOf(tree, section)).flatMap((name) => {
      const message = refusePath(name.split('.'), inherited, schemaFor(inherited.tree));
      return message === undefined ? [] : [{ ...locate([...section, name], true), message }];
    }),
  );
}

function diagnoseEmptiness(file: YamlFile, { kind, ...rest }: ExperimentFile): Diagnostic[] {
  if (!('paths' in rest) || Object.keys(rest.paths).length > 0) return [];
  return [{ ...file.locate(['paths'], true), message: `paths: expected at least one path for the ${kind}` }];
}

/** Points with the name of the unchanged scenario, or of an earlier point. */
function diagnosePointNames(file: YamlFile, parsed: ExperimentFile): Diagnostic[] {
  if (parsed.kind !== 'what_ifs') return [];
  const names = parsed.points.map(({ name }) => name);
  return names.flatMap((name, i) => {
    const twice = names.indexOf(name) < i ? 'is the name of a point above it' : undefined;
    const reason = refusePointName(name) ?? twice;
    const message = `points: "${name}" ${reason}; choose another`;
    return reason === undefined ? [] : [{ ...file.locate(['points', i, 'name']), message }];
  });
}

/** Place of a value: its entry in a list, or else everything under its path. */
function placeOf(file: YamlFile, path: string, value: unknown): Place {
  const entry = nodeOf(file.tree, ['paths', path]);
  const at = Array.isArray(entry) ? entry.indexOf(value) : -1;
  return file.locate(at < 0 ? ['paths', path] : ['paths', path, at]);
}

/** Reads an experiment file and checks its form and what it takes from the scenario. */
export function readExperiment(path: string, scenario: LoadedScenario): ReadExperiment {
  const { file, diagnostics } = readYamlFile(path);
  if (file === undefined) return { experiment: undefined, diagnostics: sortDiagnostics(diagnostics) };
  const misfits = diagnoseForm(file);
  if (misfits.length > 0) {
    const all = [...misfits, ...diagnosePaths(file, scenario)];
    return { experiment: undefined, diagnostics: sortDiagnostics(all) };
  }
  const parsed = experimentSchema.parse(file.tree);
  const reader = new ExperimentReader(scenario, file);
  const design = reader.design(parsed);
  const changeOf = (name: string, value: unknown, point: number): Change => {
    const within = ['points', point, 'set', name];
    const listed = parsed.kind === 'what_ifs';
    return {
      path: name.split('.'),
      value,
      namePlace: file.locate(listed ? within : ['paths', name], true),
      place: listed ? file.locate(within) : placeOf(file, name, value),
      source: 'experiment',
    };
  };
  return {
    experiment: { design, files: [file], changeOf },
    diagnostics: [
      ...reader.diagnostics,
      ...diagnoseEmptiness(file, parsed),
      ...diagnosePointNames(file, parsed),
    ],
  };
}
