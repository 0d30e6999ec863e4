/** The points of a sweep: from a design to scenarios that have been checked. */

import {
  countGrid,
  type DesignPoint,
  gridDesign,
  latinHypercube,
  oneAtATimeDesign,
} from '../../analysis/design.js';
import { type Footing, footingOf } from '../../output/package/footing.js';
import type { Warnings } from '../../output/package/manifest.js';
import { type Definition, measureDefinitions } from '../../output/package/measure-definitions.js';
import { type SweepPoint, sweptPaths, type ValuesInForce, valuesInForce } from '../../output/sweep.js';
import { wordsIn } from '../../output/words/words.js';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '../../scenario/check/diagnostic.js';
import { describeSetByHand, type SetByHand } from '../../scenario/check/set-by-hand.js';
import { type Design, type ReadExperiment, readExperiment } from '../../scenario/experiment/experiment.js';
import { MAX_POINTS } from '../../scenario/experiment/experiment-file.js';
import { readGridSettings } from '../../scenario/experiment/grid-settings.js';
import { refuseEarly } from '../../scenario/inherit/override.js';
import { changeScenario, type LoadedScenario, packageLibrary } from '../../scenario/load-scenario.js';
import {
  type InputFile,
  type PackageTables,
  readPackageTables,
} from '../../scenario/tables/package-tables.js';
import { seedKey } from '../../simulation/seed.js';
import type { SweepTask } from '../../simulation/sweep/sweep-draw.js';
import { Refusal } from '../refusal.js';
import { refusalOf } from '../scenarios/refused-files.js';
import { warningsIn, warningsOf } from '../write/warnings.js';

/** The points of a sweep, the base first, and the files they come from. */
export interface SweepPlan {
  readonly points: readonly SweepPoint[];
  /** What is in force at every point, the base first. */
  readonly values: readonly ValuesInForce[];
  /** The experiment file, and the posterior files that points name. */
  readonly files: readonly InputFile[];
  /** Notes for the reader on every point, the base first. */
  readonly notes: readonly PointNote[];
  /** What each measure counts that there is at any point. */
  readonly definitions: readonly Definition[];
  /** Notes on the values that the points set. */
  readonly warnings: Warnings;
}

/** The footing of a point's results, and what of it lies outside the tables and the law. */
interface PointNote extends Pick<SweepPoint, 'number' | 'name'> {
  readonly footing: Footing;
  readonly warnings: Warnings;
}

/** The most messages about one place; further ones would repeat the same problem for other values. */
const MESSAGES_AT_A_PLACE = 3;

function show(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function nameOf(set: DesignPoint): string {
  return Object.entries(set)
    .map(([path, value]) => `${path}=${show(value)}`)
    .join(', ');
}

/** @throws Refusal where there are more points than an experiment has. */
function refuseMany(what: string, count: number): void {
  if (count > MAX_POINTS)
    throw new Refusal(`the ${what} has ${count} points; expected at most ${MAX_POINTS}`);
}

/** Named settings of all points. @param seed of the run; a design may have its own */
function pointsOf(design: Design, seed: string): { name: string; set: DesignPoint }[] {
  const named = (points: readonly DesignPoint[]) => points.map((set) => ({ name: nameOf(set), set }));
  switch (design.kind) {
    case 'grid':
      refuseMany('grid', countGrid(design.axes));
      return named(gridDesign(design.axes));
    case 'one_at_a_time': {
      refuseMany(
        'design',
        design.axes.reduce((sum, { values }) => sum + values.length, 0),
      );
      return named(oneAtATimeDesign(design.axes));
    }
    case 'latin_hypercube': {
      const key = seedKey(design.seed ?? seed);
      return latinHypercube(design.dimensions, design.points, key).map((set, i) => ({
        name: `point ${i + 1}`,
        set,
      }));
    }
    case 'what_ifs':
      return [...design.points];
  }
}

/** The first messages about each place. */
function shorten(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>();
  return sortDiagnostics(diagnostics).filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= MESSAGES_AT_A_PLACE;
  });
}

const NOTHING_SET: SetByHand = { far: [], kept: [] };

/** The result of checking a point. */
interface CheckedPoint {
  readonly problems: readonly Diagnostic[];
  readonly note?: PointNote;
  readonly values?: ValuesInForce;
  readonly files: readonly InputFile[];
  readonly setByHand: SetByHand;
}

/**
 * Checks a point. A problem that shows elsewhere in the scenario is reported where the point is made.
 *
 * @param defined by measure what it counts, of the points before; those of this one are added
 */
function checkPoint(
  scenario: LoadedScenario,
  point: SweepPoint,
  paths: readonly string[],
  tables: PackageTables,
  defined: Map<string, Definition>,
): CheckedPoint {
  const { number, name, changes } = point;
  const refused = changes.flatMap(({ path, namePlace }) => {
    const message = refuseEarly(path, 'a sweep');
    return message === undefined ? [] : [{ ...namePlace, message }];
  });
  const changed = changeScenario(scenario, changes);
  if (changed.ok) {
    const { tree, posterior, fitted, setByHand, beyond } = changed.scenario;
    const files = fitted === undefined || fitted.folder === scenario.fitted?.folder ? [] : fitted.files;
    const base = scenario.setByHand;
    // Settings of the base are reported once, for the base.
    const isBase = changes.length === 0;
    const own = isBase
      ? NOTHING_SET
      : { far: setByHand.far.slice(base.far.length), kept: setByHand.kept.slice(base.kept.length) };
    const { path, inherited } = scenario;
    const checked = { path, tree, inherited, beyond, setByHand: isBase ? base : NOTHING_SET };
    const warnings = warningsOf(checked, tables);
    const note = { number, name, footing: footingOf({ tree, fitted }), warnings };
    const values = valuesInForce(point, tree, posterior, paths);
    for (const each of measureDefinitions(tree))
      if (!defined.has(each.measure)) defined.set(each.measure, each);
    return { problems: refused, note, values, files, setByHand: own };
  }
  const files = changes.map(({ place }) => place.file);
  const found = changed.diagnostics.map((each) =>
    files.includes(each.file)
      ? each
      : { ...changes[0]!.namePlace, message: `at point "${name}": ${each.message}` },
  );
  return { problems: [...refused, ...found], files: [], setByHand: NOTHING_SET };
}

/** The scenario at a point that has passed its checks. */
export function scenarioAt(
  scenario: LoadedScenario,
  { changes }: SweepPoint,
): SweepTask['scenarios'][number] {
  const changed = changeScenario(scenario, changes);
  if (!changed.ok) throw new Error(changed.diagnostics.map(formatDiagnostic).join('\n'));
  const { tree, posterior } = changed.scenario;
  return { tree, ...(posterior === undefined ? {} : { posterior }) };
}

/**
 * Plans a sweep and checks every point of it.
 *
 * @throws Refusal with all problems of the experiment and its points
 */
export function planSweep(
  scenario: LoadedScenario,
  options: { readonly set: readonly string[]; readonly design?: string; readonly seed: string },
  tables: PackageTables = readPackageTables(packageLibrary()),
): SweepPlan {
  const read: ReadExperiment =
    options.design === undefined
      ? readGridSettings(options.set, scenario)
      : readExperiment(options.design, scenario);
  const { experiment } = read;
  const listed = experiment === undefined ? [] : pointsOf(experiment.design, options.seed);
  const points = listed.map(({ name, set }, i): SweepPoint => {
    const changes = Object.entries(set).map(([path, value]) => experiment!.changeOf(path, value, i));
    return { number: i + 1, name, changes };
  });
  const base: SweepPoint = { number: 0, name: 'base', changes: [] };
  const paths = sweptPaths(points);
  // Of any point: one may have activities of its own.
  const defined = new Map<string, Definition>();
  const checked = [base, ...points].map((point) => checkPoint(scenario, point, paths, tables, defined));
  const problems = shorten([...read.diagnostics, ...checked.flatMap((each) => each.problems)]);
  if (problems.length > 0) throw refusalOf(problems);
  const setByHand = {
    far: checked.flatMap((each) => each.setByHand.far),
    kept: checked.flatMap((each) => each.setByHand.kept),
  };
  const files = [...experiment!.files, ...checked.flatMap((each) => each.files)];
  return {
    points: [base, ...points],
    values: checked.flatMap(({ values }) => values ?? []),
    files: files.filter(({ path }, i) => files.findIndex((other) => other.path === path) === i),
    notes: checked.flatMap(({ note }) => note ?? []),
    definitions: [...defined.values()],
    warnings: warningsIn((each) => describeSetByHand(setByHand, wordsIn(each).screen.notes.setByHand)),
  };
}
