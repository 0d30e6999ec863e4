/** What a program passes to the core, checked without Node.js. Each refusal names the argument. */

import { Refusal } from '../run/refusal.js';
import { type AnyObject, isObject, said } from './said.js';

/** Refuses a seed that is no text. */
export function checkSeed(seed: unknown): void {
  if (typeof seed !== 'string') throw new Refusal(`seed: expected a text, got ${said(seed)}`);
}

/** Refuses what `taskOfScenario` has not returned; mostly a scenario. */
export function checkTask(task: unknown): void {
  const { tree, key, approaches, norms, draws, replications, inherited }: AnyObject = isObject(task)
    ? task
    : {};
  const isKey = Array.isArray(key) && key.length === 2 && key.every(Number.isInteger);
  const areCounts = [draws, replications].every((count) => Number.isInteger(count) && Number(count) >= 1);
  const haveLists = Array.isArray(approaches) && Array.isArray(norms);
  if (isObject(tree) && isObject(tree.cohort) && isKey && areCounts && haveLists) return;
  const isScenario = isObject(tree) && inherited !== undefined;
  const got = isScenario ? 'a scenario; did you mean taskOfScenario(scenario)?' : said(task);
  throw new Refusal(`task: expected what taskOfScenario returns, got ${got}`);
}
