/** Chart: Sobol indices of groups of uncertain numbers. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { readAnalysis } from '../report/analysis-data.js';
import { parameterName } from '../report/parameter-names.js';
import { indicesOf } from '../report/sensitivity-groups.js';
import { approachName, rawCell } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import { nameOfGroup } from '../say-groups.js';
import type { Chart } from './chart.js';
import { speaking } from './spots.js';
import { COLOURS, FONT_SIZE, specOf } from './style.js';
import { wrapText } from './text.js';

/** Names are broken to leave room for the bars; pixels, as is the height of a line. */
const LABEL_WIDTH = 150;
const LINE = 15;
/** Groups that are pictured; the others stand in indices.csv. */
const SHOWN = 12;

/** For each approach what its groups make alone, and what they take part in; none where there are no indices. */
export function indicesCharts(folder: RunFolder, language: Language): Chart[] {
  const { run, speech } = readAnalysis(folder, 'inputs.csv', language);
  const { words } = speech;
  const { chart, index } = words.inputGroups;
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
    const ids = rows.map(({ id }) => id);
    const labels = rows.map(({ label }) => wrapText(label, LABEL_WIDTH, FONT_SIZE));
    const y = {
      field: 'id',
      type: 'nominal',
      sort: null,
      scale: { domain: ids },
      axis: {
        title: null,
        domain: false,
        ticks: false,
        labelPadding: 6,
        labelLimit: LABEL_WIDTH + 30,
        labelLineHeight: LINE,
        labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(ids)}, datum.value)]`,
      },
    };
    const bar = (field: 'first' | 'total', height: number, color: string) => ({
      mark: { type: 'bar', height, color, ...speaking.mark },
      encoding: {
        y,
        x: { field, type: 'quantitative', axis: { title: null, tickCount: 5 } },
        ...speaking.encoding,
      },
    });
    const lines = Math.max(...labels.map(({ length }) => length));
    return [
      {
        name: `indices-${approach.name}`,
        title: chart.title(run.municipality, approachName(approach)),
        description: typesetText(chart.description(rows.map(({ said }) => said).join('; ')), language),
        spec: specOf(language, {
          usermeta: { notes: [chart.note] },
          data: { values: rows },
          height: Math.max(48, (LINE * lines + 6) * rows.length),
          layer: [bar('total', 12, COLOURS[3]), bar('first', 6, COLOURS[0])],
        }),
      },
    ];
  });
}
