/** Loads models from text, as from a file. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedModel, loadModelFile } from '../../src/scenario/model/model-build.js';

/** Loads a model that stands in a text. */
export function loadModelText(text: string): LoadedModel {
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  try {
    const path = join(folder, 'model.yaml');
    writeFileSync(path, text);
    return loadModelFile(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with a model, as `line:column: message`. */
export function problemsOf(text: string): string[] {
  const loaded = loadModelText(text);
  return loaded.ok ? [] : loaded.diagnostics.map((each) => `${each.line}:${each.column}: ${each.message}`);
}

/** Takes the mark § out of a text; `place` is where it stood, as `line:column`. */
export function unmark(marked: string): { text: string; place: string } {
  const [before, after] = marked.split('§');
  const lines = before!.split('\n');
  return { text: `${before}${after}`, place: `${lines.length}:${lines.at(-1)!.length + 1}` };
}

/** A small model; `rest` is added at the end, `transition` to its only transition. */
export function smallModel({ rest = '', transition = 'hazard: 0.1' } = {}): string {
  return `horizon: 12
tracks:
  health: { states: [well, ill], start: well }
  work: { states: [out, in], start: out }
groups:
  sex: { male: 0.6, female: 0.4 }
transitions:
  - { track: health, from: well, to: ill, ${transition} }
${rest}`;
}
