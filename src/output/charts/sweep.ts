/** Chart: what an approach changes at every point of a sweep. */

import { bijstandShare } from '../../domain/measures/income.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { pointName } from '../report/build-sweep-report.js';
import { parameterName } from '../report/parameter-names.js';
import { findRow, headlineMonth, type ResultRow } from '../report/run-data.js';
import { approachName, measureName, sayInterval, sayValue, shownOf, speak } from '../report/speech.js';
import { readSweep } from '../report/sweep-data.js';
import { typesetText } from '../report/typeset.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { type DifferenceLine, dotPanels, dotsInWords } from './comparison.js';
import { curvePanels, sayReadings } from './curve.js';

/** Values from which on a sweep over one number is a line. */
const LEAST = 3;

/** The difference in net balance by the value of the number that all points set; none where points set several, or few values. */
export function sweepCurves(folder: RunFolder, language: Language): Chart[] {
  const points = readSweep(folder, language);
  const speech = speak(language, points[0]!.run.law);
  const valued = points.flatMap(({ sets, run }) => {
    const [only] = sets;
    return sets.length === 1 && typeof only!.value === 'number'
      ? [{ at: only!.value, path: only!.path, run }]
      : [];
  });
  const paths = new Set(valued.map(({ path }) => path));
  if (valued.length < Math.max(LEAST, points.length - 1) || paths.size !== 1) return [];
  const { run } = points[0]!;
  const name = parameterName(speech, run, valued[0]!.path);
  const curves = run.others.map((approach) => ({
    label: approachName(approach),
    readings: valued
      .flatMap(({ at, run: own }) => {
        const row = findRow(own.differences, approach.name, decisive.name);
        return row === undefined ? [] : [{ ...row, at }];
      })
      .toSorted((a, b) => a.at - b.at),
    crossings: [],
  }));
  const { curve } = speech.words.charts.sweep;
  const said = curves.flatMap(({ label, readings }) =>
    sayReadings(speech, readings).map((reading) => `${label}, ${reading}`),
  );
  return [
    {
      name: 'sweep-curve',
      title: curve.title(run.municipality),
      description: typesetText(
        speech.words.analysis.threshold.chart.description(name, said.join('; ')),
        language,
      ),
      spec: curvePanels(
        curves,
        { number: name, measure: measureName(speech, run, decisive.name) },
        0,
        curve.note,
        speech,
      ),
    },
  ];
}

/** Differences from the reference at every point of a sweep, in the order of the points, with their interval. */
export function sweepChart(folder: RunFolder, language: Language): Chart {
  const { charts, list, quoted } = wordsIn(language);
  const { comparison, sweep } = charts;
  const points = readSweep(folder, language);
  const speech = speak(language, points[0]!.run.law);
  const at = headlineMonth(points[0]!.run);
  const several = points[0]!.run.others.length > 1;
  const values = points.flatMap((point) =>
    point.run.others.flatMap((approach) => {
      const line = (row: ResultRow | undefined, measure: string, scale: number): DifferenceLine[] => {
        if (row === undefined) return [];
        const name = pointName(point, speech);
        return [
          {
            id: `${point.number}/${approach.name}`,
            label: several ? `${name}: ${approachName(approach)}` : name,
            measure,
            inWords: `${sayValue(speech, row, shownOf(row))}${sayInterval(speech, row)}`,
            estimate: scale * row.estimate,
            parameter_low: scale * row.low,
            parameter_high: scale * row.high,
            prediction_low: Number.NaN,
            prediction_high: Number.NaN,
          },
        ];
      };
      return [
        ...line(
          findRow(point.run.differences, approach.name, bijstandShare.name, at),
          bijstandShare.name,
          100,
        ),
        ...line(findRow(point.run.differences, approach.name, decisive.name), decisive.name, 1),
      ];
    }),
  );
  const rows = values.filter(({ measure }) => measure === bijstandShare.name);
  return {
    name: 'sweep',
    title: sweep.title(
      list(points[0]!.run.others.map((approach) => quoted(approachName(approach)))),
      points[0]!.run.municipality,
    ),
    description: typesetText(comparison.description(at, dotsInWords(values, rows)), language),
    spec: dotPanels(
      values,
      rows,
      { title: comparison.bijstand(at), axis: comparison.bijstandAxis },
      [sweep.note],
      language,
    ),
  };
}
