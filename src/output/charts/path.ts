/** When the parts of an approach happen, read from the curves of a run. */

import type { Language } from '../language.js';
import type { RunFolder } from '../run-folder.js';
import { numberIn, textIn, wholeCohort } from './rows.js';
import { say } from './style.js';
import { labelIn } from './words.js';

/** A part of an approach's path in time. */
export interface PathBar {
  readonly approach: string;
  readonly label: string;
  /** 1 to 5; 0 for what no phase holds: searching and working. */
  readonly phase: number;
  /** Month at which half of those who ever start have started. */
  readonly start: number;
  /** Month at which half of those who ever start have ended; the horizon when that is not reached. */
  readonly end: number;
  /** Share of the cohort that ever starts. */
  readonly share: number;
}

/** A curve by month; states added up. */
type Curve = readonly number[];

/** First month at which a curve reaches half of `whole`, interpolated; NaN when it does not. */
function reachHalf(curve: Curve, whole: number): number {
  const half = whole / 2;
  const month = curve.findIndex((value) => value >= half);
  if (whole <= 0 || month < 0) return Number.NaN;
  if (month === 0) return 0;
  const before = curve[month - 1]!;
  return month - 1 + (half - before) / (curve[month]! - before);
}

const subtract = (a: Curve, b: Curve): Curve => a.map((value, month) => value - (b[month] ?? 0));

/**
 * Bars of one approach, in the order in which they start: housing, term, course, activities, search and first paid work.
 * The curves do not say when searching or a first job ends: those bars run to the horizon.
 */
export function pathOf(run: RunFolder, approach: string, language: Language): PathBar[] {
  const curves = new Map<string, number[]>();
  for (const row of wholeCohort(run, 'curves.csv')) {
    if (row.approach !== approach) continue;
    const key = `${textIn(row, 'kind')} ${textIn(row, 'track')} ${textIn(row, 'state')}`;
    const curve = curves.get(key) ?? [];
    curve[numberIn(row, 'month')] = numberIn(row, 'estimate');
    curves.set(key, curve);
  }
  const months = Math.max(0, ...[...curves.values()].map((curve) => curve.length));
  const sum = (kind: string, track: string, ...states: string[]): Curve =>
    Array.from({ length: months }, (_, month) =>
      states.reduce((total, state) => total + (curves.get(`${kind} ${track} ${state}`)?.[month] ?? 0), 0),
    );
  const bars: PathBar[] = [];
  const add = (label: string, phase: number, started: Curve, ended: Curve) => {
    const share = Math.max(0, ...started);
    const start = reachHalf(started, share);
    if (!Number.isFinite(start)) return;
    const end = reachHalf(ended, share);
    const shown = Number.isFinite(end) ? end : months - 1;
    if (shown > start) bars.push({ approach, label, phase, start, end: shown, share });
  };
  const reached = (state: string) => sum('cumulative_incidence', 'milestone', state);
  const never = sum('occupancy', '');

  add(
    say(language, { nl: 'Wachten op een woning', en: 'Waiting for housing' }),
    2,
    reached('housed').map(() => 1),
    reached('housed'),
  );
  for (const row of run.table('approaches.csv')) {
    const part = textIn(row, 'part');
    if (row.approach !== approach) continue;
    const label = labelIn(language, textIn(row, 'label'));
    if (part === 'course') {
      const started = reached('in_course');
      add(label, 3, started, subtract(started, sum('occupancy', 'inburgering', 'in_course', 'interrupted')));
    } else if (part === 'search') add(label, 0, sum('occupancy', 'search', 'open'), never);
    else {
      const left = sum('occupancy', part, 'aftercare', 'finished', 'dropped_out');
      const inside = sum('occupancy', part, 'taking_part');
      add(
        label,
        numberIn(row, 'phase'),
        subtract(
          left,
          inside.map((value) => -value),
        ),
        left,
      );
    }
  }
  const done = sum('occupancy', 'inburgering', 'passed', 'exempt');
  const term = sum('occupancy', 'term', 'running', 'over');
  const doneShare = Math.max(0, ...done);
  add(
    say(language, { nl: 'Termijn tot geslaagd of ontheven', en: 'Term, until passed or exempt' }),
    4,
    term,
    // Half of those who ever pass or are exempt, on the scale of those whose term began.
    done.map((value) => (doneShare > 0 ? (value / doneShare) * Math.max(0, ...term) : 0)),
  );
  add(say(language, { nl: 'Betaald werk', en: 'Paid work' }), 0, reached('paid_work'), never);
  return bars.sort((a, b) => a.start - b.start || a.end - b.end);
}
