/** What `coverage-of-intervals.js` watches: runs of a shipped scenario by education, and of their results the rows that it holds against the truth. */

import { join } from 'node:path';
import { breakEvens } from '../../dist/analysis/break-even.js';
import { costRows } from '../../dist/analysis/costs.js';
import { curvesOf } from '../../dist/analysis/curves.js';
import { differenceRows, estimateRows } from '../../dist/analysis/estimates.js';
import { outcomesOf } from '../../dist/analysis/results.js';
import { measureKey } from '../../dist/domain/measures/measures.js';
import { taskOf } from '../../dist/run/plan/design.js';
import { loadAll } from '../../dist/run/scenarios/scenarios.js';
import { packageLibrary } from '../../dist/scenario/load-scenario.js';
import { readNorms } from '../../dist/scenario/tables/norms.js';

const BY = 'education';
const GROUPS = ['all', 'education=low', 'education=high'];
const TIMES = ['p25', 'median', 'p75'].map((name) => `months_to_self_sufficiency_${name}`);
const MEASURES = [
  'self_sufficient_share@60',
  'months_to_self_sufficiency_restricted_mean',
  'bijstand_share@60',
  'bijstand_months',
  'work_months',
  'bijstand_cost_discounted',
  'programme_cost_discounted',
  'net_balance_discounted',
  'passed_in_term_share',
  'dropout_share_any',
  'left_everything_share',
  'net_balance_municipality_discounted',
  ...TIMES,
];
const CURVES = [
  ['milestone', 'self_sufficient', [24, 48, 84]],
  ['income', 'bijstand', [6, 30, 90]],
  ['income', 'work', [36, 72]],
  ['housing', 'housed', [3, 9]],
];
const COSTS = [
  ['bijstand', 2],
  ['bijstand', 6],
  ['course_loan', 3],
];

const library = packageLibrary();

/** The task of a run of a shipped scenario. */
export function taskFor({ name, seed, draws, replications }) {
  const [scenario] = loadAll([join(library.scenarios, `${name}.yaml`)], []);
  const options = { seed, draws, replications, by: BY, persons: false };
  return taskOf(scenario, readNorms(library), options);
}

/** What is watched of results, by name: `value`, and `cohorts` (outcomes of the kept cohorts) where there are any. */
export function watch(results) {
  const found = new Map();
  const put = (name, row, cohorts) => found.set(name, { row, cohorts });
  const differences = differenceRows(results);
  const both = [
    ['', estimateRows(results).filter(({ approach }) => approach === results.approaches[0].name)],
    ['difference ', differences.filter(({ approach }) => approach === results.approaches[1].name)],
  ];
  for (const [kind, rows] of both) {
    for (const row of rows) {
      const key = measureKey({ name: row.measure, month: row.month });
      if (!MEASURES.includes(key) || !GROUPS.includes(row.subgroup)) continue;
      const group = results.groups.indexOf(row.subgroup);
      put(`${kind}${key} ${row.subgroup}`, row, cohortsOf(results, group, key, kind !== ''));
    }
  }
  const parallel = results.approaches[1].name;
  for (const curve of curvesOf(results)) {
    if (curve.approach !== parallel || !GROUPS.includes(curve.subgroup)) continue;
    for (const [track, state, months] of CURVES) {
      if (curve.track !== track || curve.state !== state) continue;
      for (const month of months) {
        const [estimate, mcse, parameterLow, parameterHigh] = [
          curve.estimate,
          curve.mcse,
          curve.parameterLow,
          curve.parameterHigh,
        ].map((values) => values[month]);
        put(`curve ${track} ${state} ${month} ${curve.subgroup}`, {
          estimate,
          mcse,
          parameterLow,
          parameterHigh,
        });
      }
    }
  }
  for (const row of costRows(results)) {
    const place = row.year - results.years[0];
    if (row.approach !== parallel || row.subgroup !== 'all') continue;
    if (!COSTS.some(([component, year]) => row.component === component && place === year)) continue;
    put(`costs ${row.component} ${row.payer} year ${place}`, { ...row, estimate: row.perPerson });
  }
  for (const { approach, month, year } of breakEvens(results, differences)) {
    if (approach !== parallel) continue;
    put('break-even month', { ...month, parameterLow: month.low, parameterHigh: month.high });
    put('break-even year', { ...year, parameterLow: year.low, parameterHigh: year.high });
  }
  return found;
}

/** Outcomes of the first cohorts that were kept, of a measure or of its difference. */
function cohortsOf(results, group, key, isDifference) {
  const quartile = TIMES.indexOf(key);
  const of = (a) => {
    if (quartile >= 0)
      return results.draws[0].approaches[a].quartiles.filter(
        (_, i) => i % 3 === quartile && Math.floor(i / 3) % results.groups.length === group,
      );
    return outcomesOf(results, a, group, results.approaches[a].position.get(key))[0];
  };
  const [reference, other] = [of(0), isDifference ? of(1) : undefined];
  return Array.from(reference.slice(0, 5), (value, r) => (other === undefined ? value : other[r] - value));
}
