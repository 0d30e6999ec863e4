/** Charts of a difference by the value of one number: of a search for a threshold, and of a sweep over one number. */

import type { Language } from '../language.js';
import { roundDecimals } from '../number.js';
import type { RunFolder } from '../package/run-folder.js';
import {
  type Crossing,
  crossingsOf,
  decimalsOfReadings,
  lookedFor,
  type ReadingRow,
  readAnalysis,
  readingsOf,
  sayTarget,
} from '../report/analysis-data.js';
import { parameterName } from '../report/parameter-names.js';
import { approachName, rawCell, type Speech, sayInterval, sayValue } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import type { Chart } from './chart.js';
import { isUntold, sayGaps } from './gaps.js';
import { spots } from './spots.js';
import { INK, lineOf, specOf } from './style.js';
import { axisTitle } from './text.js';

const HEIGHT = 240;

/** The line of an approach, and where it crosses what is looked for, with the interval of that. */
export interface ThresholdCurve {
  readonly label: string;
  readonly readings: readonly ReadingRow[];
  readonly crossings: readonly Pick<Crossing, 'at' | 'low' | 'high'>[];
}

/** Readings in words: the value of the number, and the difference with its interval. */
export function sayReadings(speech: Speech, readings: readonly ReadingRow[]): string[] {
  const decimals = decimalsOfReadings(readings);
  return readings.map(
    ({ at, ...said }) =>
      `${rawCell(speech, roundDecimals(at, decimals)).text}: ${sayValue(speech, said, said.estimate)}${sayInterval(speech, said)}`,
  );
}

/** What the axes of curves are: the number, and the measure whose difference it moves. */
interface CurveAxes {
  readonly number: string;
  readonly measure: string;
}

/** A panel for each approach: its difference by the value of the number, with its band, and where that turns. */
export function curvePanels(
  curves: readonly ThresholdCurve[],
  axes: CurveAxes,
  target: number,
  note: string,
  speech: Speech,
): object {
  const { language, words } = speech;
  const isShare = curves[0]?.readings[0]?.unit === 'share';
  const scale = isShare ? 100 : 1;
  const measure = isShare ? words.analysis.threshold.chart.points(axes.measure) : axes.measure;
  const panel = ({ label, readings, crossings }: ThresholdCurve, index: number) => {
    const values = readings.map(({ at, estimate, low, high }) => ({
      at,
      value: scale * estimate,
      low: scale * low,
      high: scale * high,
    }));
    const x = {
      field: 'at',
      type: 'quantitative',
      scale: { zero: false, nice: false },
      axis: { title: axisTitle(axes.number), grid: false, tickCount: 6 },
    };
    const y = {
      type: 'quantitative',
      axis: {
        title: axisTitle(measure),
        tickCount: 6,
        labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+,')",
      },
    };
    // An end beyond the values looked at is drawn as far as these.
    const [least, most] = [Math.min, Math.max].map((end) => end(...readings.map(({ at }) => at)));
    const turns = crossings.map(({ at, low, high }) => ({
      at,
      low: Number.isFinite(low) ? low : least,
      high: Number.isFinite(high) ? high : most,
      value: scale * target,
    }));
    const inWords = sayReadings(speech, readings);
    const said = readings.map(({ at, estimate }, i) => ({
      at,
      value: scale * estimate,
      said: `${label}, ${inWords[i]}`,
    }));
    return {
      title: label,
      height: HEIGHT,
      layer: [
        {
          data: { values: [{ value: scale * target }] },
          mark: { type: 'rule', color: INK },
          encoding: { y: { ...y, field: 'value' } },
        },
        {
          data: { values },
          mark: {
            type: 'area',
            opacity: 0.2,
            color: lineOf(index + 1).color,
            invalid: 'break-paths-filter-domains',
          },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        },
        {
          data: { values },
          mark: { type: 'line', strokeWidth: 2.5, color: lineOf(index + 1).color, point: { color: INK } },
          encoding: { x, y: { ...y, field: 'value' } },
        },
        {
          data: { values: turns },
          mark: { type: 'rule', strokeWidth: 5, opacity: 0.45, color: INK },
          encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: { ...y, field: 'value' } },
        },
        {
          data: { values: turns },
          mark: { type: 'point', shape: 'diamond', size: 220, filled: false, color: INK, strokeWidth: 2 },
          encoding: { x, y: { ...y, field: 'value' } },
        },
        spots(said, { x, y: { ...y, field: 'value' } }, language),
      ],
    };
  };
  const gaps = sayGaps({ band: curves.some(({ readings }) => readings.some(isUntold)) }, language);
  return specOf(language, { usermeta: { beside: true, notes: [note], gaps }, vconcat: curves.map(panel) });
}

/** The difference of each approach from the reference by the value of the number, and where it turns. */
export function thresholdChart(folder: RunFolder, language: Language): Chart {
  const { run, speech, unit, measure } = readAnalysis(folder, 'threshold.csv', language);
  const { chart } = speech.words.analysis.threshold;
  const { path, target } = lookedFor(folder);
  const name = parameterName(speech, run, path);
  const curves = run.others.map((approach) => ({
    label: approachName(approach),
    readings: readingsOf(folder, approach.name, unit),
    crossings: crossingsOf(folder, approach.name),
  }));
  const said = curves.flatMap(({ label, readings }) => {
    const inWords = sayReadings(speech, readings);
    return [inWords[0], inWords.at(-1)].flatMap((text) => (text === undefined ? [] : [`${label}, ${text}`]));
  });
  const note = chart.note(typesetText(sayTarget(speech, unit, target), language));
  return {
    name: 'threshold',
    title: chart.title(run.municipality),
    description: typesetText(chart.description(name, said.join('; ')), language),
    spec: curvePanels(curves, { number: name, measure }, target, note, speech),
  };
}
