/** Chart: Sobol indices of groups of uncertain numbers. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { readAnalysis } from '../report/analysis-data.js';
import { parameterName } from '../report/parameter-names.js';
import { shownIndicesOf } from '../report/sensitivity-groups.js';
import { approachName, numberCell } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import { nameOfGroup } from '../say-groups.js';
import { wordFor } from '../sensitivity.js';
import type { Chart } from './chart.js';
import { nameAxis } from './name-axis.js';
import { speaking } from './spots.js';
import { COLOURS, edgedRule, INK, specOf } from './style.js';
import { axisTitle } from './text.js';

/** Names are broken to leave room for the bars, on a telephone too; pixels. */
const LABEL_WIDTH = { wide: 220, narrow: 150 };
/** Groups that are pictured; the others stand in indices.csv. */
const SHOWN = 12;
/** Height of a bar; pixels. */
const THICKNESS = 9;

/** For each approach what its groups make alone, and what they take part in, with their intervals; none where there are no indices. */
export function indicesCharts(folder: RunFolder, language: Language): Chart[] {
  const analysis = readAnalysis(folder, 'inputs.csv', language);
  const { run, speech } = analysis;
  const { words } = speech;
  const { chart, index, whose } = words.inputGroups;
  const speaker = { words, nameOf: (path: string) => parameterName(speech, run, path) };
  return run.others.flatMap((approach): Chart[] => {
    /** An index with its interval, as the table has them. */
    const say = (share: number, low: number, high: number) => {
      const number = (value: number) => numberCell(speech, '', 100 * value, 1).text;
      const isThere = Number.isFinite(low) && Number.isFinite(high);
      const interval = isThere
        ? words.intervalInBrackets(number(low), number(high))
        : words.noIntervalInBrackets;
      return `${words.percent(number(share))} ${interval}`;
    };
    const rows = shownIndicesOf(folder, approach.name)
      .slice(0, SHOWN)
      .map(({ name, first, firstLow, firstHigh, total, totalLow, totalHigh }) => {
        const label = nameOfGroup(speaker, name);
        return {
          id: name,
          label,
          first: 100 * first,
          first_low: 100 * firstLow,
          first_high: 100 * firstHigh,
          total: 100 * total,
          total_low: 100 * totalLow,
          total_high: 100 * totalHigh,
          said: typesetText(
            Number.isFinite(total)
              ? index(label, say(first, firstLow, firstHigh), say(total, totalLow, totalHigh))
              : chart.untold(label),
            language,
          ),
        };
      });
    const told = rows.filter(({ total }) => Number.isFinite(total));
    if (told.length === 0) return [];
    const specWith = (labelWidth: number): object => {
      const { y, height, transform } = nameAxis(rows, labelWidth);
      const x = { type: 'quantitative', axis: { title: axisTitle(chart.axis), tickCount: 5 } };
      const bar = (field: 'first' | 'total', color: string, yOffset: number) => ({
        mark: { type: 'bar', orient: 'horizontal', size: THICKNESS, yOffset, color, ...speaking.mark },
        encoding: { y, x: { ...x, field }, ...speaking.encoding },
      });
      const whisker = (field: 'first' | 'total', yOffset: number) =>
        edgedRule(3).map((look) => ({
          transform: [{ filter: `isValid(datum.${field}_low) && isValid(datum.${field}_high)` }],
          mark: { type: 'rule', yOffset, ...look },
          encoding: { y, x: { ...x, field: `${field}_low` }, x2: { field: `${field}_high` } },
        }));
      const half = THICKNESS / 2;
      return specOf(language, {
        usermeta: { notes: [chart.note], gaps: told.length < rows.length ? [chart.noBar] : [] },
        data: { values: rows },
        transform: [transform],
        height,
        layer: [
          bar('first', COLOURS[0], -half),
          bar('total', COLOURS[3], half),
          { mark: { type: 'rule', color: INK }, encoding: { x: { ...x, datum: 0 } } },
          ...whisker('first', -half),
          ...whisker('total', half),
        ],
      });
    };
    return [
      {
        name: `indices-${approach.name}`,
        title: chart.title(run.municipality, wordFor(analysis, whose)(approachName(approach))),
        description: typesetText(chart.description(rows.map(({ said }) => said).join('; ')), language),
        spec: specWith(LABEL_WIDTH.wide),
        narrow: specWith(LABEL_WIDTH.narrow),
      },
    ];
  });
}
