/** What the file of a new municipality says of the law of 2013. */

import type { NewScenarioTexts } from '../regime.js';

export const newScenario: NewScenarioTexts = {
  gates: `    course:
      # The statutory course may start when this holds ...
      opens: { housing: housed }
      # ... and starts this long after it, on average.
      mean_wait: { value: 4, low: 2, high: 6.5, distribution: triangular, unit: months, label: assumption, note: "example: replace by the mean wait between housing and the first lesson" }
`,
  phase: 3,
  afterSettled: 'after the exam',
  settled: '{ inburgering: [passed, exempt, overdue] }',
  inCourse: '{ inburgering: in_course }',
  sinceCourse: '{ housing: housed, inburgering: [in_course, passed, exempt, overdue] }',
};
