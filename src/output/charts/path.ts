/** When the parts of an approach happen, read from the curves of a run. */

import type { ShareByMonth } from '../../domain/regimes/regime.js';
import type { Language } from '../language.js';
import { numberIn, textIn } from '../package/cells.js';
import { labelOfPart } from '../package/labels.js';
import { lawOfRun } from '../package/law-of-run.js';
import type { RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import { wholeCohort } from './rows.js';

/** A part of an approach's path in time, in months since the permit. */
export interface PathBar {
  readonly approach: string;
  readonly label: string;
  /** Number of its phase under the law; searching and working belong to that of outflow. */
  readonly phase: number;
  /** When a quarter, and when half of those who ever start have started. */
  readonly early: number;
  readonly start: number;
  /** When half, and when three quarters of those who ever start have ended; the horizon when that is not reached. */
  readonly end: number;
  readonly late: number;
  /** Whether half of them have not ended by the horizon, or the curves do not tell when they end. */
  readonly open: boolean;
  /** Share of the cohort that ever starts. */
  readonly share: number;
}

/** A curve by month; states added up. */
type Curve = readonly number[];

/** First month at which a curve reaches a level, interpolated; NaN when it does not. */
function reach(curve: Curve, level: number): number {
  const month = curve.findIndex((value) => value >= level);
  if (level <= 0 || month < 0) return Number.NaN;
  if (month === 0) return 0;
  const before = curve[month - 1]!;
  return month - 1 + (level - before) / (curve[month]! - before);
}

const add = (a: Curve, b: Curve): Curve => a.map((value, month) => value + (b[month] ?? 0));
const subtract = (a: Curve, b: Curve): Curve => a.map((value, month) => value - (b[month] ?? 0));

/** The bar of a part; `ended` is left out when the curves do not tell. None when nobody starts. */
function barOf(
  part: Pick<PathBar, 'approach' | 'label' | 'phase'>,
  started: Curve,
  ended: Curve = [],
): PathBar[] {
  const share = Math.max(0, ...started);
  if (share <= 0) return [];
  const end = reach(ended, share / 2);
  const late = reach(ended, (share * 3) / 4);
  const horizon = started.length - 1;
  return [
    {
      ...part,
      early: reach(started, share / 4),
      start: reach(started, share / 2),
      end: Number.isNaN(end) ? horizon : end,
      late: Number.isNaN(late) ? horizon : late,
      open: Number.isNaN(end),
      share,
    },
  ];
}

type Sum = (kind: string, track: string, ...states: string[]) => Curve;

/** The curves of an approach, by which states of a track are added up. */
function readCurves(run: RunFolder, approach: string): Sum {
  const curves = new Map<string, number[]>();
  for (const row of wholeCohort(run, 'curves.csv')) {
    if (row.approach !== approach) continue;
    const key = `${textIn(row, 'kind')} ${textIn(row, 'track')} ${textIn(row, 'state')}`;
    const curve = curves.get(key) ?? [];
    curve[numberIn(row, 'month')] = numberIn(row, 'estimate');
    curves.set(key, curve);
  }
  const months = Math.max(0, ...[...curves.values()].map((curve) => curve.length));
  return (kind, track, ...states) =>
    Array.from({ length: months }, (_, month) =>
      states.reduce((total, state) => total + (curves.get(`${kind} ${track} ${state}`)?.[month] ?? 0), 0),
    );
}

/** An activity, and its aftercare if it has any: whoever completes it goes through that, whoever drops out does not. */
function activityBars(
  activity: Pick<PathBar, 'approach' | 'label' | 'phase'>,
  part: string,
  sum: Sum,
  ofAftercare: Pick<PathBar, 'label' | 'phase'>,
): PathBar[] {
  const left = sum('occupancy', part, 'aftercare', 'finished', 'dropped_out');
  const aftercare = sum('occupancy', part, 'aftercare');
  const finished = sum('occupancy', part, 'finished');
  return [
    ...barOf(activity, add(left, sum('occupancy', part, 'taking_part', 'interrupted')), left),
    ...(aftercare.some((share) => share > 0)
      ? barOf({ ...activity, ...ofAftercare }, add(aftercare, finished), finished)
      : []),
  ];
}

/** A moment that is aimed at, in the path of an approach. */
export interface PathMark {
  readonly label: string;
  /** Month since the permit; NaN: the curves do not tell. */
  readonly month: number;
  readonly measure: string;
}

/** The moments aimed at. */
export function marksOf(run: RunFolder, approach: string, language: Language): PathMark[] {
  const sum = readCurves(run, approach);
  return lawOfRun(run.manifest).marks.map(({ label, months, since, measure }) => ({
    label: label[language],
    month: months + (since === undefined ? 0 : reach(sum('cumulative_incidence', 'milestone', since), 0.5)),
    measure,
  }));
}

/** Bars of one approach by phase, within it in the order in which they start. */
export function pathOf(run: RunFolder, approach: string, language: Language): PathBar[] {
  const sum = readCurves(run, approach);
  const reached = (state: string) => sum('cumulative_incidence', 'milestone', state);
  const part = (phase: number, label: string) => ({ approach, phase, label });
  const words = wordsIn(language).charts.phases;
  const housed = reached('housed');
  const { phases, courses, bars: ofLaw } = lawOfRun(run.manifest);
  const shareOf = (share: ShareByMonth): Curve => {
    if (!('milestone' in share)) return sum('occupancy', share.track, ...share.states);
    const { milestone, without } = share;
    const all = reached(milestone);
    return without === undefined ? all : subtract(all, shareOf(without));
  };
  const isOwn = (name: string) => name === 'search' || courses.some((course) => course.name === name);
  const bars = [
    ...barOf(
      part(phases.housing, words.housing),
      housed.map(() => 1),
      housed,
    ),
    ...ofLaw.flatMap(({ phase, label, started, ended }) =>
      barOf(part(phase, label[language]), shareOf(started), shareOf(ended)),
    ),
    ...barOf(part(phases.outflow, words.search), sum('occupancy', 'search', 'open')),
    ...barOf(part(phases.outflow, words.firstJob), reached('paid_work')),
    ...run
      .table('approaches.csv')
      .filter((row) => row.approach === approach && !isOwn(textIn(row, 'part')))
      .flatMap((row) => {
        const named = { approach, part: textIn(row, 'part'), label: textIn(row, 'label') };
        const label = labelOfPart(run.manifest, language, named);
        return activityBars({ approach, label, phase: numberIn(row, 'phase') }, textIn(row, 'part'), sum, {
          label: words.aftercare(label),
          phase: phases.aftercare,
        });
      }),
  ];
  return bars.sort((a, b) => a.phase - b.phase || a.start - b.start || a.end - b.end);
}
