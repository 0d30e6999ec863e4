/** What is needed to repeat the runs: command line, seed, version, hashes of the inputs. */

import { groupBy } from '../../../domain/group-by.js';
import { settingsIn } from '../../package/settings.js';
import { quoteArgument } from '../../shell-argument.js';
import * as english from '../../words/en/footing.js';
import { type Block, paragraph, type TableBlock, textCell } from '../blocks.js';
import type { RunData } from '../run-data.js';
import type { Section } from '../section.js';
import type { Speech } from '../speech.js';
import { differentValues } from './method.js';

/** Runs by the command that made them, and by version and seed. */
function groupRuns(runs: readonly RunData[]): RunData[][] {
  const groups = groupBy(runs, ({ manifest: { command_line, version, seed, parameter_draws } }) =>
    JSON.stringify([command_line, version, seed, parameter_draws]),
  );
  return [...groups.values()];
}

/** Warnings but for those on tables and laws, which the summary gives; in English where they were written before there was Dutch. */
function otherWarnings({ manifest }: RunData, { language }: Speech): string[] {
  const { warnings, warnings_nl: dutch = [], outside = [] } = manifest;
  const said = outside.map(english.outside);
  return warnings.flatMap((text, i) => {
    if (said.includes(text)) return [];
    return language === 'nl' ? (dutch[i] ?? text) : text;
  });
}

/** Version, seed, draws and replications of runs that one command made. */
function sayFacts(runs: readonly RunData[], speech: Speech): string {
  const { repeat } = speech.words;
  const { manifest } = runs[0]!;
  const finished = runs.map((run) => run.manifest.finished).sort();
  return repeat.facts(
    manifest.version,
    manifest.seed,
    String(manifest.parameter_draws),
    differentValues(
      runs.map((run) => run.manifest.replications),
      speech,
    ),
    finished.at(-1)!.slice(0, 10),
  );
}

/** @param facts what is not said of all groups together */
function sayGroup(runs: readonly RunData[], several: boolean, facts: string, speech: Speech): Block[] {
  const { repeat, list } = speech.words;
  const { manifest } = runs[0]!;
  const { ofScenario, own } = settingsIn(manifest);
  const warnings = [
    ...new Set(
      runs.flatMap((run) =>
        [...run.changed.map(repeat.changed), ...otherWarnings(run, speech)].map((text) =>
          several ? `${run.municipality}: ${text}` : text,
        ),
      ),
    ),
  ];
  return [
    // A command that made one run names it.
    ...(several && runs.length > 1 ? [paragraph(list(runs.map(({ municipality }) => municipality)))] : []),
    { kind: 'code', text: ['doorstroom', ...manifest.command_line].map(quoteArgument).join(' ') },
    ...(facts === '' ? [] : [paragraph(facts)]),
    ...(ofScenario.length === 0 ? [] : [paragraph(repeat.settings(ofScenario.join('; ')))]),
    ...(own.length === 0 ? [] : [paragraph(repeat.ownSettings(own.join('; ')))]),
    ...(warnings.length === 0
      ? []
      : [paragraph(`${repeat.warnings}:`), { kind: 'list', items: warnings } as const]),
  ];
}

/** The files that decided the results, with their hashes, for a workbook. */
export function inputFilesTable(runs: readonly RunData[], speech: Speech): TableBlock {
  const { headings, repeat } = speech.words;
  const inputs = new Map(
    runs.flatMap(({ manifest }) => manifest.inputs.map((input) => [`${input.path} ${input.sha256}`, input])),
  );
  return {
    kind: 'table',
    name: 'inputs',
    sheet: 'method',
    caption: repeat.inputs,
    columns: [
      { label: headings.file, kind: 'text', weight: 1 },
      { label: headings.hash, kind: 'text', weight: 2 },
    ],
    rows: [...inputs.values()].map(({ path, sha256 }) => [textCell(path), textCell(sha256)]),
  };
}

/** The section on repeating the runs. */
export function repeatSection(runs: readonly RunData[], speech: Speech): Section {
  const { repeat, sections } = speech.words;
  const groups = groupRuns(runs);
  const facts = groups.map((group) => sayFacts(group, speech));
  const isAlike = new Set(facts).size === 1;
  return {
    id: 'repeat',
    title: sections.repeat,
    sheet: 'method',
    blocks: [
      paragraph(repeat.lead),
      ...groups.flatMap((group, i) => sayGroup(group, runs.length > 1, isAlike ? '' : facts[i]!, speech)),
      ...(isAlike ? [paragraph(facts[0]!)] : []),
    ],
  };
}
