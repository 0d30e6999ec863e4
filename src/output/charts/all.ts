/** All charts of one run. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { isSensitivity, isThreshold } from '../report/analysis-data.js';
import { isPilot } from '../report/pilot-data.js';
import { isSweep } from '../report/sweep-data.js';
import type { Chart } from './chart.js';
import { costChart } from './costs.js';
import { thresholdChart } from './curve.js';
import { differenceChart, isGain } from './difference.js';
import { fitChart } from './fit.js';
import { occupancyChart } from './occupancy.js';
import { phasesChart } from './phases.js';
import { pilotCharts } from './pilot.js';
import { selfSufficiencyChart } from './self-sufficiency.js';
import { sweepChart, sweepCurves } from './sweep.js';
import { tornadoCharts } from './tornado.js';

/** The charts that can be drawn from a run's files. */
export function chartsOf(run: RunFolder, language: Language): Chart[] {
  if (isSweep(run)) return [...sweepCurves(run, language), sweepChart(run, language)];
  if (isThreshold(run)) return [thresholdChart(run, language)];
  if (isSensitivity(run)) return tornadoCharts(run, language);
  if (isPilot(run)) return pilotCharts(run, language);
  const charts: Chart[] = [];
  if (run.files.includes('curves.csv') && run.table('differences.csv').some(isGain))
    charts.push(differenceChart(run, language));
  if (run.files.includes('curves.csv'))
    charts.push(selfSufficiencyChart(run, language), occupancyChart(run, language));
  if (run.files.includes('costs.csv')) charts.push(costChart(run, language));
  if (run.files.includes('curves.csv') && run.files.includes('approaches.csv'))
    charts.push(phasesChart(run, language));
  if (run.files.includes('fit.csv')) charts.push(fitChart(run.table('fit.csv'), language));
  return charts;
}
