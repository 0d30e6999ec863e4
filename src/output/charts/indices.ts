/** Chart: Sobol indices of groups of uncertain numbers. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { readAnalysis } from '../report/analysis-data.js';
import { parameterName } from '../report/parameter-names.js';
import { indicesOf } from '../report/sensitivity-groups.js';
import { approachName, rawCell } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import { nameOfGroup } from '../say-groups.js';
import { wordFor } from '../sensitivity.js';
import type { Chart } from './chart.js';
import { nameAxis } from './name-axis.js';
import { speaking } from './spots.js';
import { COLOURS, specOf } from './style.js';

/** Names are broken to leave room for the bars; pixels. */
const LABEL_WIDTH = 150;
/** Groups that are pictured; the others stand in indices.csv. */
const SHOWN = 12;

/** For each approach what its groups make alone, and what they take part in; none where there are no indices. */
export function indicesCharts(folder: RunFolder, language: Language): Chart[] {
  const analysis = readAnalysis(folder, 'inputs.csv', language);
  const { run, speech } = analysis;
  const { words } = speech;
  const { chart, index, whose } = words.inputGroups;
  const speaker = { words, nameOf: (path: string) => parameterName(speech, run, path) };
  return run.others.flatMap((approach): Chart[] => {
    const say = (share: number) => words.percent(rawCell(speech, Math.max(0, Math.round(100 * share))).text);
    const rows = indicesOf(folder, approach.name)
      .slice(0, SHOWN)
      .map(({ name, first, total }) => {
        const label = nameOfGroup(speaker, name);
        const said = typesetText(index(label, say(first), say(total)), language);
        return { id: name, label, first: 100 * Math.max(0, first), total: 100 * total, said };
      });
    if (rows.length === 0) return [];
    const { y, height } = nameAxis(rows, LABEL_WIDTH);
    const bar = (field: 'first' | 'total', thickness: number, color: string) => ({
      mark: { type: 'bar', height: thickness, color, ...speaking.mark },
      encoding: {
        y,
        x: { field, type: 'quantitative', axis: { title: null, tickCount: 5 } },
        ...speaking.encoding,
      },
    });
    return [
      {
        name: `indices-${approach.name}`,
        title: chart.title(run.municipality, wordFor(analysis, whose)(approachName(approach))),
        description: typesetText(chart.description(rows.map(({ said }) => said).join('; ')), language),
        spec: specOf(language, {
          usermeta: { notes: [chart.note] },
          data: { values: rows },
          height: Math.max(48, (height + 6) * rows.length),
          layer: [bar('total', 12, COLOURS[3]), bar('first', 6, COLOURS[0])],
        }),
      },
    ];
  });
}
