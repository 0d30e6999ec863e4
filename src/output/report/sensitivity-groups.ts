/** What the report of a sensitivity analysis says of numbers together: the first three, Sobol indices of groups, and the box. */

import { numberIn, textIn } from '../package/cells.js';
import { labelOfAnswer } from '../package/labels.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import {
  areTold,
  enoughDraws,
  type GroupSpeaker,
  nameOfGroup,
  type SaidBox,
  type SaidGroup,
  sayBox,
  sayFirst,
  sayNamedGroups,
  sayStrongest,
  withinWhole,
} from '../say-groups.js';
import { type SaidTurning, sayTurns } from '../say-turns.js';
import { wordFor } from '../sensitivity.js';
import { type Analysis, reportedInfluences, tableNameOf } from './analysis-data.js';
import { type Cell, type TableBlock, textCell } from './blocks.js';
import { parameterName } from './parameter-names.js';
import type { ReportedApproach } from './run-data.js';
import { approachName, intervalCell, numberCell, type Speech, sayAmount, sayAt, UNKNOWN } from './speech.js';

type Spoken = Pick<Analysis, 'run' | 'speech' | 'unit' | 'isOwn'>;

/** Sobol indices of a group. */
interface Indices {
  readonly name: string;
  readonly first: number;
  readonly firstLow: number;
  readonly firstHigh: number;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

/** Rows about an approach; none where the analysis was made without. */
function rowsOf(folder: RunFolder, file: string, approach: string): Row[] {
  return folder.files.includes(file) ? folder.table(file).filter((row) => row.approach === approach) : [];
}

const UNTOLD = {
  ...{ first: Number.NaN, firstLow: Number.NaN, firstHigh: Number.NaN },
  ...{ total: Number.NaN, totalLow: Number.NaN, totalHigh: Number.NaN },
};

/** A share as a percentage, within what a share can be, and its interval; dashes for one that is not told (NaN). */
export function shareCells(speech: Speech, share: number, low: number, high: number): Cell[] {
  const [own, from, to] = [share, low, high].map((each) => 100 * withinWhole(each)) as [
    number,
    number,
    number,
  ];
  const interval = intervalCell(speech, '', from, to, 1);
  return [numberCell(speech, '', own, 1), Number.isFinite(share) ? interval : { ...interval, text: UNKNOWN }];
}

/** The same as tables and charts show them: within what a share can be, and none of a group of which the points are too few to tell. */
export function shownIndicesOf(folder: RunFolder, approach: string): Indices[] {
  return indicesOf(folder, approach).map((own) =>
    areTold(own)
      ? {
          name: own.name,
          first: withinWhole(own.first),
          firstLow: withinWhole(own.firstLow),
          firstHigh: withinWhole(own.firstHigh),
          total: withinWhole(own.total),
          totalLow: withinWhole(own.totalLow),
          totalHigh: withinWhole(own.totalHigh),
        }
      : { name: own.name, ...UNTOLD },
  );
}

/** The indices of groups that take part in anything, the strongest first. */
function indicesOf(folder: RunFolder, approach: string): Indices[] {
  return rowsOf(folder, 'indices.csv', approach)
    .map((row) => ({
      name: textIn(row, 'group'),
      first: numberIn(row, 'first'),
      firstLow: numberIn(row, 'first_low'),
      firstHigh: numberIn(row, 'first_high'),
      total: numberIn(row, 'total'),
      totalLow: numberIn(row, 'total_low'),
      totalHigh: numberIn(row, 'total_high'),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}

/** The box of an approach; undefined where none was looked for. */
function boxOf(folder: RunFolder, approach: string): SaidBox | undefined {
  const rows = rowsOf(folder, 'box.csv', approach);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    outcome: first.outcome === 'worse' ? 'worse' : 'better',
    share: numberIn(first, 'share_of_draws'),
    coverage: numberIn(first, 'coverage'),
    density: numberIn(first, 'density'),
    limits: rows.flatMap((row) => {
      if (!row.path) return [];
      const answers = row.answers ? String(row.answers).split(' ') : undefined;
      return [{ path: String(row.path), low: numberIn(row, 'low'), high: numberIn(row, 'high'), answers }];
    }),
  };
}

/** From what values of single numbers on the difference of an approach turns. */
function turningsOf(folder: RunFolder, approach: string): SaidTurning[] {
  return rowsOf(folder, 'thresholds.csv', approach).map((row) => ({
    path: textIn(row, 'path'),
    range: [numberIn(row, 'from'), numberIn(row, 'to')],
    value: Number.isFinite(numberIn(row, 'value')) ? numberIn(row, 'value') : undefined,
    direction: textIn(row, 'direction'),
    isAboveAtLow: String(row.above_at_low) === 'true',
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
    turns: numberIn(row, 'turns'),
  }));
}

/** What the groups of the scenario carry; none where it has no groups. */
function namedGroupsOf(folder: RunFolder, approach: string): SaidGroup[] {
  return rowsOf(folder, 'groups.csv', approach).map((row) => ({
    name: textIn(row, 'group'),
    paths: textIn(row, 'inputs').split(' ').filter(Boolean),
    share: numberIn(row, 'share'),
    evppi: { value: numberIn(row, 'evppi'), error: numberIn(row, 'evppi_error') },
  }));
}

/** How a report names numbers and groups. */
function speakerOf({ run, speech, isOwn }: Spoken, approach: ReportedApproach, inputs: number): GroupSpeaker {
  const { quoted } = speech.words;
  return {
    words: speech.words,
    approach: quoted(approachName(approach)),
    isOwn,
    enoughDraws: enoughDraws(run.manifest.parameter_draws, inputs),
    nameOf: (path) => quoted(parameterName(speech, run, path)),
    answerName: (path, answer) => quoted(labelOfAnswer(run.manifest, speech.language, path, answer, answer)),
    sayNumber: (value) => sayAt(speech, value),
  };
}

/** What numbers carry, alone and in groups, and where the answer turns, in sentences. */
export function saySensitivityGroups(
  folder: RunFolder,
  spoken: Spoken,
  approach: ReportedApproach,
): string[] {
  const box = boxOf(folder, approach.name);
  const influences = reportedInfluences(folder, approach.name);
  const speaker = speakerOf(spoken, approach, influences.length);
  return [
    ...sayFirst(speaker, influences),
    ...sayStrongest(speaker, indicesOf(folder, approach.name)),
    ...sayTurns(speaker, turningsOf(folder, approach.name), influences),
    ...(box === undefined ? [] : sayBox(speaker, box)),
    ...sayNamedGroups(speaker, namedGroupsOf(folder, approach.name), spoken.unit, (value, error) =>
      sayAmount(
        spoken.speech,
        { unit: spoken.unit, estimate: value, mcse: error, low: Number.NaN, high: Number.NaN },
        value,
      ),
    ),
  ];
}

/** The Sobol indices of an approach; none where there are none. */
export function indicesBlocks(folder: RunFolder, spoken: Spoken, approach: ReportedApproach): TableBlock[] {
  const { run, speech } = spoken;
  const { headings, inputGroups, quoted } = speech.words;
  const all = shownIndicesOf(folder, approach.name);
  if (all.length === 0) return [];
  const isUntold = all.some(({ total }) => !Number.isFinite(total));
  const speaker = { words: speech.words, nameOf: (path: string) => parameterName(speech, run, path) };
  return [
    {
      kind: 'table',
      name: tableNameOf(run, 'indices', approach),
      sheet: 'summary',
      of: approach.name,
      chart: { kind: 'bar', column: 3, interval: 4 },
      caption: inputGroups.caption(wordFor(spoken, inputGroups.whose)(quoted(approachName(approach)))),
      columns: [
        { label: inputGroups.name, kind: 'text', weight: 3 },
        { label: inputGroups.alone, kind: 'number' },
        { label: headings.interval, kind: 'interval', weight: 1.3 },
        { label: inputGroups.withOthers, kind: 'number' },
        { label: headings.interval, kind: 'interval', weight: 1.3 },
      ],
      rows: all.map((each): Cell[] => [
        textCell(nameOfGroup(speaker, each.name)),
        ...shareCells(speech, each.first, each.firstLow, each.firstHigh),
        ...shareCells(speech, each.total, each.totalLow, each.totalHigh),
      ]),
      note: [inputGroups.note, ...(isUntold ? [inputGroups.noteUntold] : [])].join(' '),
    },
  ];
}
