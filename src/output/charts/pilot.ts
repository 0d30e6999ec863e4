/** Charts: what pilots are worth by their size and length, and how the choice stands without one. */

import { areFollowedForNothing } from '../../analysis/decision/pilot-answer.js';
import type { Language } from '../language.js';
import { errorOfAmounts, formatAs, formatNumber, formatValue } from '../number.js';
import type { RunFolder } from '../package/run-folder.js';
import { type Analysis, readAnalysis } from '../report/analysis-data.js';
import {
  type PlanePlace,
  planeOf,
  reportedPilots,
  type Standing,
  standingsOf,
} from '../report/pilot-data.js';
import { approachesOf, type ReportedApproach } from '../report/run-data.js';
import { approachName } from '../report/speech.js';
import { typesetText } from '../report/typeset.js';
import type { Chart } from './chart.js';
import { linesSpec } from './lines.js';
import { INK, lineOf, specOf } from './style.js';

/** Euros along an axis are in thousands. */
const THOUSAND = 1000;

/** The net benefit of the pilots of an approach: by size, a line for each length. */
function worthChart(folder: RunFolder, { run, speech }: Analysis, approach: ReportedApproach): Chart {
  const { language, words } = speech;
  const { chart } = words.pilot;
  const pilots = reportedPilots(folder, approach.name);
  const step = errorOfAmounts(pilots.map(({ netBenefit }) => netBenefit));
  const lengths = [...new Set(pilots.map(({ months }) => months))];
  const lines = lengths.map((length) => ({
    label: chart.line(String(length)),
    points: pilots
      .filter(({ months }) => months === length)
      .map(({ persons, months, netBenefit: { value, error }, isBest }) => ({
        x: persons,
        y: value / THOUSAND,
        ends: [(value - error) / THOUSAND, (value + error) / THOUSAND] as const,
        said: chart.row(
          formatNumber(persons, 0, language),
          String(months),
          words.euros(formatAs('euros', value, step, false, language)),
        ),
        isMarked: isBest,
      })),
  }));
  const said = lines.flatMap(({ points }) => points.map((point) => point.said));
  const note = areFollowedForNothing(pilots) ? `${chart.note} ${chart.pricedAtNothing}` : chart.note;
  return {
    name: `pilot-${approach.name}`,
    title: chart.title(run.municipality, approachName(approach)),
    description: typesetText(chart.description(said.join('; ')), language),
    spec: linesSpec(lines, { x: chart.axis, format: ',', holds: [0] }, note, language),
  };
}

/** Every how many points of a curve the error is drawn: not at its ends, where axis and names stand. */
const EVERY = 4;

/** A curve of every approach over the willingness to pay. */
function standingChart(
  standings: readonly Standing[],
  analysis: Analysis,
  kind: 'acceptability' | 'loss',
): Chart {
  const { run, speech } = analysis;
  const { language, words } = speech;
  const { decision } = words.pilot;
  const isShare = kind === 'acceptability';
  const said = isShare ? decision.acceptability : decision.loss;
  const error = Math.max(...standings.map(({ loss }) => loss)) / 100;
  const sayValue = ({ probability, loss }: Standing) =>
    isShare
      ? words.percent(formatValue(100 * probability, 1, false, language))
      : words.euros(formatAs('euros', loss, error, false, language));
  const lines = approachesOf(run).map((approach) => ({
    label: approachName(approach),
    points: standings
      .filter((own) => own.approach === approach.name)
      .map((own, i) => ({
        x: own.willingness / THOUSAND,
        y: isShare ? own.probability : own.loss,
        ...(isShare && i % EVERY === EVERY / 2
          ? {
              ends: [
                Math.max(0, own.probability - own.error),
                Math.min(1, own.probability + own.error),
              ] as const,
            }
          : {}),
        said: decision.row(
          approachName(approach),
          sayValue(own),
          words.euros(formatNumber(own.willingness, 0, language)),
        ),
        isMarked: own.isFrontier,
      })),
  }));
  const ends = lines.flatMap(({ points }) =>
    [points[0], points.at(-1)].flatMap((point) => (point === undefined ? [] : [point.said])),
  );
  return {
    name: kind,
    title: said.title(run.municipality),
    description: typesetText(said.description(ends.join('; ')), language),
    spec: linesSpec(
      lines,
      { x: decision.axis, format: isShare ? '.0%' : ',', holds: isShare ? [0, 1] : [0] },
      said.note,
      language,
    ),
  };
}

/** Marks of the plane: one for each approach, so that grey print tells them apart. */
const SHAPES = ['circle', 'triangle-up', 'square', 'diamond', 'cross'] as const;

/** The cost-effectiveness plane: a panel for each approach. */
function planeChart(places: readonly PlanePlace[], { run, speech }: Analysis): Chart {
  const { language, words } = speech;
  const { plane } = words.pilot.decision;
  const ofApproach = ({ name }: ReportedApproach) => places.filter(({ approach }) => approach === name);
  const said = run.others.map((approach) => {
    const own = ofApproach(approach);
    const dearer = own.filter(({ cost }) => cost > 0).length / own.length;
    return plane.row(approachName(approach), words.percent(formatValue(100 * dearer, 1, false, language)));
  });
  const signed = "datum.value === 0 ? '0' : format(datum.value, '+,')";
  const axis = { type: 'quantitative', scale: { zero: true } };
  const x = { ...axis, field: 'effect', axis: { title: plane.effect, tickCount: 5, labelExpr: signed } };
  const y = { ...axis, field: 'cost', axis: { title: plane.cost, tickCount: 6, labelExpr: signed } };
  return {
    name: 'plane',
    title: plane.title(run.municipality),
    description: typesetText(plane.description(said.join('; ')), language),
    spec: specOf(language, {
      usermeta: { beside: true, notes: [plane.note] },
      vconcat: run.others.map((approach, i) => ({
        title: approachName(approach),
        height: 240,
        layer: [
          { mark: { type: 'rule', color: INK }, encoding: { x: { ...x, field: undefined, datum: 0 } } },
          { mark: { type: 'rule', color: INK }, encoding: { y: { ...y, field: undefined, datum: 0 } } },
          {
            data: {
              values: ofApproach(approach).map(({ effect, cost }) => ({ effect: 100 * effect, cost })),
            },
            mark: {
              type: 'point',
              shape: SHAPES[i % SHAPES.length],
              size: 24,
              opacity: 0.6,
              color: lineOf(i + 1).color,
            },
            encoding: { x, y },
          },
        ],
      })),
    }),
  };
}

/** The charts of a search for a pilot. */
export function pilotCharts(folder: RunFolder, language: Language): Chart[] {
  const analysis = readAnalysis(folder, 'pilot.csv', language);
  const standings = standingsOf(folder);
  const places = planeOf(folder);
  const isTold = standings.some(({ probability }) => Number.isFinite(probability));
  return [
    ...analysis.run.others.map((approach) => worthChart(folder, analysis, approach)),
    ...(isTold
      ? [standingChart(standings, analysis, 'acceptability'), standingChart(standings, analysis, 'loss')]
      : []),
    ...(places.length > 0 ? [planeChart(places, analysis)] : []),
  ];
}
