/** Compiles models that come one after the other, draw after draw, and differ in little but numbers. */

import { type CompiledModel, compileModel } from '../../engine/compile/compile.js';
import type { Model } from '../../engine/model/model.js';

/** Frames that a thread keeps: those of a few approaches, each with the few that its numbers lead to. */
const KEPT = 24;

/** Of every frame the first model that had it, the one used last in front. */
const recent: CompiledModel[] = [];

/** Compiles a model as `compileModel` does, with the frame of an earlier one if that is the same. */
export function compileAfterOthers(model: Model): CompiledModel {
  const compiled = compileModel(model, recent);
  const at = recent.findIndex(({ frame }) => frame === compiled.frame);
  const [first = compiled] = at < 0 ? [] : recent.splice(at, 1);
  recent.unshift(first);
  recent.length = Math.min(recent.length, KEPT);
  return compiled;
}
