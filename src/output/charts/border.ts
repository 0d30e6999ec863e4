/** Chart of a border: the lattice of two numbers, and the lines along which the answer turns. */

import type { NumberPair } from '../../analysis/decision/border.js';
import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { readAnalysis, sayTarget } from '../report/analysis-data.js';
import { bordered, type ReadPlace, readBorder } from '../report/border-data.js';
import { sayBorderOf } from '../report/build-border-report.js';
import { parameterName } from '../report/parameter-names.js';
import { approachName, sayAt, sayValue } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import type { Chart } from './chart.js';
import { speaking } from './spots.js';
import { INK, lineOf, specOf } from './style.js';
import { axisTitle } from './text.js';

const HEIGHT = 280;

/** The intervals of places, each along the number that it is of, as far as the values looked at. */
function whiskers(
  places: readonly ReadPlace[],
  lattice: readonly NumberPair[],
  x: { readonly field: string },
  y: { readonly field: string },
) {
  const endOf = (at: 'x' | 'y', value: number, sign: 1 | -1) =>
    Number.isFinite(value) ? value : sign * Math.max(...lattice.map((each) => sign * each[at]));
  return (['x', 'y'] as const).map((at) => ({
    data: {
      values: places
        .filter(({ along }) => along === at)
        .map((place) => ({ ...place, [at]: endOf(at, place.low, -1), to: endOf(at, place.high, 1) })),
    },
    mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.45, color: INK },
    encoding: { x, y, [`${at}2`]: { field: 'to' } },
  }));
}

/** A panel for each approach: where its difference is above what is looked for, and the border. */
export function borderChart(folder: RunFolder, language: Language): Chart {
  const analysis = readAnalysis(folder, 'border.csv', language);
  const { run, speech, unit, measure } = analysis;
  const { chart } = speech.words.border;
  const { path, against, target } = bordered(folder);
  const [across, up] = [path, against].map((each) => parameterName(speech, run, each));
  const say = (at: number) => sayAt(speech, at);
  const axis = (field: 'x' | 'y', title: string) => ({
    field,
    type: 'quantitative',
    scale: { zero: false, nice: false, padding: 10 },
    axis: { title: axisTitle(title), grid: false, tickCount: 6 },
  });
  const panels = run.others.map((approach, index) => {
    const { lines, lattice, hasIntervals } = readBorder(folder, approach.name);
    const values = lattice.map(({ x, y, estimate }) => {
      const row = { unit, estimate, mcse: Number.NaN, low: Number.NaN, high: Number.NaN };
      const said = typesetText(chart.at(say(x), say(y), sayValue(speech, row, estimate)), language);
      return { x, y, isAbove: estimate > target, said };
    });
    const [x, y] = [axis('x', across!), axis('y', up!)];
    const squares = (isAbove: boolean) => ({
      data: { values: values.filter((each) => each.isAbove === isAbove) },
      mark: {
        type: 'point',
        shape: 'square',
        size: 60,
        filled: isAbove,
        color: lineOf(index + 1).color,
        ...speaking.mark,
      },
      encoding: { x, y, ...speaking.encoding },
    });
    return {
      title: approachName(approach),
      height: HEIGHT,
      layer: [
        squares(true),
        squares(false),
        ...(hasIntervals ? whiskers(lines.flat(), lattice, x, y) : []),
        ...lines.map((places) => ({
          data: { values: places.map((place, order) => ({ ...place, order })) },
          mark: { type: 'line', strokeWidth: 2.5, color: INK },
          encoding: { x, y, order: { field: 'order', type: 'quantitative' } },
        })),
      ],
    };
  });
  const anyIntervals = run.others.some(({ name }) => readBorder(folder, name).hasIntervals);
  const said = run.others.map((approach) => sayBorderOf(folder, analysis, approach)).join(' ');
  const note = chart.note(measure, typesetText(sayTarget(speech, unit, target), language));
  return {
    name: 'border',
    title: chart.title(run.municipality),
    description: typesetText(chart.description(across!, up!, said), language),
    spec: specOf(language, {
      usermeta: { beside: true, notes: [note, ...(anyIntervals ? [chart.noteIntervals] : [])] },
      vconcat: panels,
    }),
  };
}
