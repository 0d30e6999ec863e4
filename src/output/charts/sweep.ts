/** Chart: what an approach changes at every point of a sweep. */

import { bijstandShare } from '../../domain/measures/income.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { pointName } from '../report/build-sweep-report.js';
import { findRow, headlineMonth, type ResultRow } from '../report/run-data.js';
import { approachName, sayInterval, sayValue, shownOf, speak } from '../report/speech.js';
import { readSweep } from '../report/sweep-data.js';
import { typesetText } from '../report/typeset.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { type Difference, dotPanels, dotsInWords } from './comparison.js';

/** Differences from the reference at every point of a sweep, in the order of the points, with their interval. */
export function sweepChart(folder: RunFolder, language: Language): Chart {
  const { comparison, sweep } = wordsIn(language).charts;
  const points = readSweep(folder, language);
  const speech = speak(language, points[0]!.run.law);
  const at = headlineMonth(points[0]!.run);
  const several = points[0]!.run.others.length > 1;
  const values = points.flatMap((point) =>
    point.run.others.flatMap((approach) => {
      const line = (row: ResultRow | undefined, measure: string, scale: number): Difference[] => {
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
  const untold = values.some(({ parameter_low }) => !Number.isFinite(parameter_low));
  return {
    name: 'sweep',
    title: sweep.title(points[0]!.run.municipality),
    description: typesetText(comparison.description(at, dotsInWords(values, rows)), language),
    spec: dotPanels(values, rows, at, [`${sweep.note}${untold ? comparison.noLine : ''}`], language),
  };
}
