/** Chart: how far each uncertain number moves a difference by itself. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import {
  errorOfEnds,
  type ReportedInfluence,
  readAnalysis,
  reportedInfluences,
  shownInfluences,
  swingOf,
} from '../report/analysis-data.js';
import { parameterName } from '../report/parameter-names.js';
import { approachName, numberCell, sayValue } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import { wordFor } from '../sensitivity.js';
import type { Chart } from './chart.js';
import { nameAxis } from './name-axis.js';
import { speaking } from './spots.js';
import { COLOURS, FONT_SIZE, INK, specOf } from './style.js';
import { axisTitle, textWidth } from './text.js';

/** Names are broken to leave room for the bars, on a telephone too; pixels. */
const LABEL_WIDTH = { wide: 220, narrow: 120 };
/** Height of a bar, and room between it and the numbers at its ends; pixels. */
const THICKNESS = 12;
const BESIDE = 4;

/** Where a bar goes over from its pale end to its dark one: at the centre where that lies within it, otherwise halfway. */
function turnOf({ outcomeAtLow, outcomeAtHigh, outcome }: ReportedInfluence): number {
  const isWithin = (outcome - outcomeAtLow) * (outcome - outcomeAtHigh) < 0;
  return isWithin ? outcome : (outcomeAtLow + outcomeAtHigh) / 2;
}

/** For each approach the differences at the low and at the high point of the numbers that it hangs on most, the widest first. */
export function tornadoCharts(folder: RunFolder, language: Language): Chart[] {
  const analysis = readAnalysis(folder, 'inputs.csv', language);
  const { run, speech, unit, isOwn, measure } = analysis;
  const { whose, outcome: outcomes } = speech.words.inputGroups;
  const outcome = wordFor(analysis, outcomes);
  const { sensitivity, threshold } = speech.words.analysis;
  const { chart } = sensitivity;
  const title = unit !== 'share' ? measure : isOwn ? `${measure}, %` : threshold.chart.points(measure);
  const scale = unit === 'share' ? 100 : 1;
  return run.others.map((approach): Chart => {
    const all = reportedInfluences(folder, approach.name);
    const shown = shownInfluences(all).toSorted((a, b) => swingOf(b) - swingOf(a));
    // Of all, as in the table: the two say the same.
    const mcse = errorOfEnds(folder, approach.name, all);
    const say = (value: number) =>
      sayValue(speech, { unit, estimate: value, mcse, low: Number.NaN, high: Number.NaN }, value, !isOwn);
    const rows = shown.map((each) => {
      const label = parameterName(speech, run, each.path);
      const { outcomeAtLow, outcomeAtHigh } = each;
      const ends = [outcomeAtLow, outcomeAtHigh].toSorted((a, b) => a - b);
      const [left, right] = ends.map((end) =>
        typesetText(numberCell(speech, unit, end, mcse, !isOwn).text, language),
      );
      return {
        id: each.path,
        label,
        low: scale * outcomeAtLow,
        turn: scale * turnOf(each),
        high: scale * outcomeAtHigh,
        least: scale * ends[0]!,
        most: scale * ends[1]!,
        left: left!,
        right: right!,
        said: typesetText(
          `${label}: ${speech.words.interval(say(outcomeAtLow), say(outcomeAtHigh))}`,
          language,
        ),
      };
    });
    const widest = Math.max(
      0,
      ...rows.flatMap(({ left, right }) => [left, right]).map((text) => textWidth(text, FONT_SIZE)),
    );
    const centre = scale * (shown[0]?.outcome ?? 0);
    const specWith = (labelWidth: number): object => {
      const { y, height, transform } = nameAxis(rows, labelWidth);
      const x = {
        type: 'quantitative',
        // Room for the numbers at the ends.
        scale: { zero: false, nice: false, padding: widest + 2 * BESIDE },
        axis: {
          title: axisTitle(title),
          tickCount: 5,
          labelExpr: `datum.value === 0 ? '0' : format(datum.value, '${isOwn ? ',' : '+,'}')`,
        },
      };
      const bar = (end: 'low' | 'high', color: string) => ({
        // The outline shows a bar without length, where both ends come to the same.
        mark: {
          type: 'bar',
          orient: 'horizontal',
          size: THICKNESS,
          color,
          stroke: color,
          strokeWidth: 1,
          ...speaking.mark,
        },
        encoding: { y, x: { ...x, field: 'turn' }, x2: { field: end }, ...speaking.encoding },
      });
      const number = (field: 'least' | 'most', text: 'left' | 'right') => ({
        mark: {
          type: 'text',
          align: text === 'left' ? 'right' : 'left',
          dx: text === 'left' ? -BESIDE : BESIDE,
          fontSize: FONT_SIZE,
          color: INK,
        },
        encoding: { y, x: { ...x, field }, text: { field: text } },
      });
      return specOf(language, {
        usermeta: { notes: [chart.note(outcome)] },
        data: { values: rows },
        transform: [transform],
        height,
        layer: [
          bar('low', COLOURS[3]),
          bar('high', COLOURS[0]),
          { mark: { type: 'rule', color: INK }, encoding: { x: { ...x, datum: centre } } },
          number('least', 'left'),
          number('most', 'right'),
        ],
      });
    };
    return {
      name: `tornado-${approach.name}`,
      title: chart.title(run.municipality, wordFor(analysis, whose)(approachName(approach))),
      description: typesetText(chart.description(outcome, rows.map(({ said }) => said).join('; ')), language),
      spec: specWith(LABEL_WIDTH.wide),
      narrow: specWith(LABEL_WIDTH.narrow),
    };
  });
}
