/** How the numbers came about, and what their intervals mean. */

import { paragraph } from '../blocks.js';
import type { RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { rawCell, type Speech } from '../speech.js';

/** The different values of a number over the runs. */
export function differentValues(values: readonly number[], speech: Speech): string {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  return speech.words.list(distinct.map((value) => rawCell(speech, value).text));
}

/** The method note. */
export function methodSection(runs: readonly RunData[], speech: Speech): Section {
  const { method, sections, list } = speech.words;
  const paragraphs = method.paragraphs({
    draws: differentValues(
      runs.map(({ manifest }) => manifest.parameter_draws),
      speech,
    ),
    replications: differentValues(
      runs.map(({ manifest }) => manifest.replications),
      speech,
    ),
    seed: list([...new Set(runs.map(({ manifest }) => manifest.seed))]),
  });
  return { id: 'method', title: sections.method, blocks: paragraphs.map((text) => paragraph(text)) };
}
