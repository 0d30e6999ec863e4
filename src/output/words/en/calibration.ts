/** The English of the report on a calibration. */

import { counted } from '../counted.js';

export const calibration = {
  title: 'Calibration',
  how: (draws: string, parameters: string, points: string, persons: string) =>
    `${counted(draws, 'posterior draw', 'posterior draws')} of ${counted(parameters, 'parameter', 'parameters')} from ${counted(points, 'simulated point', 'simulated points')} of ${persons} persons;`,
  effectiveSize: (size: string, candidates: string) =>
    `effective sample size ${size} of ${candidates} candidates.`,
  missed: (deviations: string) =>
    `The emulator is off by at most ${deviations} of a figure’s standard deviation, which is widened for it.`,
  fitted: 'Figures used in the fit',
  validation: 'Figures kept for validation',
  inside: (inside: string, figures: string) => `${inside} of ${figures} inside their tolerance.`,
  figureColumns: ['figure', 'month', 'subgroup', 'data', 'tolerance', 'model', '95% over parameters', 'z'],
  learned: 'What the figures taught',
  widthAndShift: (untouched: string, parameters: string) =>
    `Width: standard deviation of the posterior over that of the prior. Shift: posterior mean in prior standard deviations from the prior median. Of ${untouched} of the ${parameters} parameters the figures say next to nothing (width above 0.9): their uncertainty is still that of the prior.`,
  learnedColumns: ['parameter', 'width', 'shift'],
  correlations: 'Parameters that the figures cannot tell apart',
  correlationColumns: ['parameter', 'and', 'correlation'],
};
