/** What a program passes, checked: one in plain JavaScript may pass anything. Each refusal names the argument. */

import type { RunFolder } from '../output/package/run-folder.js';
import { LIMITS, sayWhole } from '../run/plan/options.js';
import { Refusal } from '../run/refusal.js';
import { refusalOf } from '../run/scenarios/refused-files.js';
import { type Diagnostic, InputProblem, type Place } from '../scenario/check/diagnostic.js';
import { suggest } from '../scenario/check/nearest.js';
import { type AnyObject, isObject, said } from './said.js';

/** A text that can be a path; no file has a name with a zero character. */
const isPath = (value: unknown) => typeof value === 'string' && !value.includes('\0');

/** Refuses what cannot be the name of a file. @param meant what the path is of, with an example */
export function checkPath(argument: string, value: unknown, meant: string): void {
  if (!isPath(value)) throw new Refusal(`${argument}: expected ${meant}, got ${said(value)}`);
}

/** Refuses settings that are not a list of texts. */
export function checkSettings(settings: unknown): void {
  if (!Array.isArray(settings))
    throw new Refusal(
      `settings: expected a list of texts, such as ["cohort.size=40"], got ${said(settings)}`,
    );
  for (const [i, setting] of settings.entries())
    if (typeof setting !== 'string')
      throw new Refusal(`settings[${i}]: expected a text, such as "cohort.size=40", got ${said(setting)}`);
}

/** Refuses what `loadScenario` has not returned; mostly the name of a scenario. */
export function checkScenario(scenario: unknown): void {
  const { tree, inherited }: AnyObject = isObject(scenario) ? scenario : {};
  if (isObject(tree) && isObject(tree.cohort) && isObject(inherited)) return;
  const meant = typeof scenario === 'string' ? `; did you mean loadScenario(${said(scenario)})?` : '';
  throw new Refusal(`scenario: expected what loadScenario returns, got ${said(scenario)}${meant}`);
}

const texts = ['seed', 'by'];

/** The options that decide what is simulated. */
export const SIMULATED = ['draws', 'replications', ...texts];
/** Those, and the ones that decide where. */
export const CONTROLLED = [...SIMULATED, 'workers', 'onProgress', 'signal'];

/** Refuses what no option of the command line would take, and names that are no option. @param names those that are */
export function checkOptions(options: unknown, names: readonly string[]): void {
  if (!isObject(options))
    throw new Refusal(`options: expected an object, such as { draws: 64 }, got ${said(options)}`);
  for (const name of Object.keys(options))
    if (!names.includes(name)) throw new Refusal(`options: no option "${name}"${suggest(name, names)}`);
  const check = (name: string, isRight: (value: unknown) => boolean, expected: string) => {
    const value = options[name];
    if (value !== undefined && !isRight(value)) throw new Refusal(`${name}: ${expected}, got ${said(value)}`);
  };
  for (const [name, [from, to]] of Object.entries(LIMITS)) {
    const isWhole = (value: unknown) =>
      Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
    check(name, isWhole, sayWhole(from, to));
  }
  for (const name of texts) check(name, (value) => typeof value === 'string', 'expected a text');
  check('onProgress', (value) => typeof value === 'function', 'expected a function');
  const stops = (value: unknown) =>
    typeof (value as Partial<AbortSignal> | null)?.throwIfAborted === 'function';
  check('signal', stops, 'expected an AbortSignal');
}

/** A problem with its place as a program knows it: a setting is an argument, and not an option of a command. */
const ofProgram = (problem: Diagnostic & Pick<Place, 'isSetting'>): Diagnostic =>
  problem.isSetting ? { ...problem, file: problem.file.replace(/^--set /, 'settings: ') } : problem;

/** Runs what reads files. @throws Refusal where they cannot be used, in words for programs */
export function forProgram<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputProblem) throw new Refusal(error.message);
    if (error instanceof Refusal && error.diagnostics.length > 0)
      throw refusalOf(error.diagnostics.map(ofProgram));
    throw error;
  }
}

/** A result folder whose `table` refuses the name of a file that the run has not. */
export function refusing(run: RunFolder): RunFolder {
  return {
    ...run,
    table(file) {
      if (!run.files.includes(file))
        throw new Refusal(
          `table: ${run.folder} has no file ${said(file)}${suggest(String(file), run.files)}`,
        );
      return forProgram(() => run.table(file));
    },
  };
}
