/** What a page holds: the scenario as resolved, its posterior draws, its norms, the controls, and what its report says of it. */

import { rowsOfDraws } from '../../domain/parameters/draw.js';
import { type Posterior, valueAt } from '../../domain/parameters/posterior.js';
import { isAnnotated } from '../../domain/parameters/quantity.js';
import type { Task } from '../../simulation/task.js';
import type { Language } from '../language.js';
import type { Manifest } from '../package/run-folder.js';
import type { Part, ReportedApproach, ReportedParameter, ResultRow } from '../report/run-data.js';
import { type PackedColumn, packColumn, unpackColumn } from './packed-columns.js';

/** Where a control stands. */
export const controlGroups = ['assumptions', 'activities', 'cohort', 'composition'] as const;
export type ControlGroup = (typeof controlGroups)[number];

/** A number that a reader may change. */
export interface Control {
  readonly path: string;
  readonly group: ControlGroup;
  /** What readers call it. */
  readonly name: string;
  readonly unit: string;
  /** As the run had it; of an activity that takes place in some draws only, by the answer to an open question: -1. */
  readonly value: number;
  /** Whether the number follows others, which readers may set, or the answer to a question. */
  readonly follows?: boolean;
  /** The open questions by which its draws go, in words; absent: none. */
  readonly asked?: readonly string[];
  /** Its range; absent: it has none. */
  readonly low?: number;
  readonly high?: number;
  /** The least and the most that the scenario may have in its place. */
  readonly least: number;
  readonly most: number;
  /** Whether it is a whole number. */
  readonly whole: boolean;
  /** Of a question that the source leaves open: its answers in words. Its value is the position of one; -1: as drawn. */
  readonly answers?: readonly string[];
  /** Of an activity: paths of those without which it does not begin. */
  readonly needs: readonly string[];
  /** Ends and step of the slider. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly label: string;
  readonly source: string;
  readonly note: string;
}

/** The rows of a posterior that the draws of a run take; the others are left out. */
export interface PackedPosterior {
  readonly paths: readonly string[];
  readonly rows: number;
  readonly used: readonly number[];
  /** By path the values in the rows that are used. */
  readonly columns: readonly PackedColumn[];
  readonly central: readonly number[];
}

/** What the report says of the run whatever its numbers are. */
export interface ReportedShell {
  readonly slug: string;
  readonly municipality: string;
  readonly reference: ReportedApproach;
  readonly others: readonly ReportedApproach[];
  readonly parameters: readonly ReportedParameter[];
  readonly parts: readonly Part[];
  readonly manifest: Manifest;
}

/** All that a page needs beside its program. */
export interface PageData {
  readonly language: Language;
  readonly task: Omit<Task, 'posterior'>;
  readonly posterior?: PackedPosterior;
  /** Replications go by the size of the cohort; false: the run was given a number of them. */
  readonly replicationsBySize: boolean;
  readonly controls: readonly Control[];
  /** Whether the assumptions among the controls are those that were found to carry the answer. */
  readonly carries: boolean;
  readonly run: ReportedShell;
  /** The gains of the report, for the picture. */
  readonly gains: readonly ResultRow[];
  /** What repeats the run on the command line. */
  readonly command: {
    /** As a shell reads it. */
    readonly scenario: string;
    readonly seed: string;
    readonly settings: readonly string[];
  };
  /** kernel.wasm in base64. */
  readonly kernel: string;
}

/** Packs bytes for a page. */
export function packBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Packs what so many draws take of a posterior. */
export function packPosterior(posterior: Posterior, key: Task['key'], draws: number): PackedPosterior {
  const { paths, rows, central } = posterior;
  const rowOf = rowsOfDraws(posterior, key);
  const used = [...new Set(Array.from({ length: draws }, (_, draw) => rowOf(draw)))];
  const columns = paths.map((_, p) => packColumn(used.map((row) => valueAt(posterior, row, p))));
  return { paths, rows, used, columns, central: [...central] };
}

/** The posterior again; rows that no draw takes hold NaN. */
export function unpackPosterior({ paths, rows, used, columns, central }: PackedPosterior): Posterior {
  const values = new Float64Array(rows * paths.length).fill(Number.NaN);
  for (const [p, column] of columns.entries())
    for (const [i, value] of unpackColumn(column).entries()) values[used[i]! * paths.length + p] = value;
  return { paths, rows, values, central: Float64Array.from(central) };
}

/** What of a scenario is simulated: its numbers without their sources and notes, which controls have with them where readers see them. */
export function withoutSources<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(withoutSources) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const isLeftOut = (key: string) => isAnnotated(node) && ['source', 'note', 'label'].includes(key);
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (isLeftOut(key) ? [] : [[key, withoutSources(value)]])),
  ) as Node;
}

/** Names of the fields that may hold no number, which JSON has as null. */
const NUMBERS = new Set([
  ...[
    'value',
    'low',
    'high',
    'phase',
    'delayWeeks',
    'weeks',
    'hoursPerWeek',
    'aftercareWeeks',
    'month',
    'estimate',
    'mcse',
  ],
  ...['predictionLow', 'predictionHigh', 'probabilityBetter', 'persons', 'shown', 'error'],
]);

/** Reads the data of a page from its JSON. */
export function readPageData(json: string): PageData {
  return JSON.parse(json, (name, value) => (value === null && NUMBERS.has(name) ? Number.NaN : value));
}
