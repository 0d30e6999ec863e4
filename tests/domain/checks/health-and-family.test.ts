/** What is said of health, family and the odds of never leaving where they are not as they should be. */

import { expect, it } from 'vitest';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const activity = '{ label: X, phase: 3, weeks: 10, hours_per_week: 5, mandatory: false,';

const problems = (text: string) => {
  const file = `${folderWith({ 'a.yaml': `name: X\nextends: national\n${text}` })}/a.yaml`;
  const result = loadScenario(file, packageLibrary());
  if (result.ok) return [];
  return result.diagnostics.map((each) => formatDiagnostic(each).replace(/^.*a\.yaml:/, ''));
};

const approach = (activities: string) => `approaches:
  other:
    label: X
    course: { opens: { housing: housed }, mean_wait: 3 }
    search: { opens: { housing: housed } }
    activities:
${activities}`;

const health = 'health: { onset: 0.01, idle_onset: 1, recovery: 0.02 }';

it('asks for the section that a condition or an activity needs', () => {
  const text = approach(
    [
      `      care: ${activity} acts_on: [health], start: { when: { health: complaints } } }`,
      `      family: ${activity} acts_on: [], start: { when: { housing: housed } } }`,
    ].join('\n'),
  );
  const found = problems(text);
  expect(found[1]).toMatch(
    /^9:\d+: approaches\.other\.activities\.care\.start\.when: unknown track "health", which needs a section health of the scenario; expected/,
  );
  expect(found[0]).toMatch(
    /^9:\d+: approaches\.other\.activities\.care\.acts_on\.0: "health" needs the section health and effects\.health, which/,
  );
  expect(found.length).toBe(2);
});

it('takes them where the sections are there, and says what is wrong in these', () => {
  const care = `      care: ${activity} acts_on: [health], start: { when: { health: complaints } } }`;
  expect(problems(`${health}\neffects: { health: 1.5 }\n${approach(care)}`)).toEqual([]);
  expect(problems(`${health}\n${approach(care)}`)[0]).toMatch(/"health" needs effects\.health, which/);
  const named = `      health: ${activity} acts_on: [], start: { when: { housing: housed } } }`;
  expect(problems(`${health}\n${approach(named)}`)).toEqual([
    '10:7: approaches.other.activities: "health" is the name of a track, since the scenario has a section health; choose another',
  ]);
  expect(problems('health: { onset: -1, idle_onset: 1, recovery: 0.02 }')).toEqual([
    '3:18: health.onset: expected at least 0 (per month), got -1',
  ]);
  expect(problems('family: { sigma: 0.5, with_children: 1.5, partner_work: 1 }')).toEqual([
    '3:9: missing: family.median_arrival; expected a section with names and values',
    '3:38: family.with_children: expected at most 1 (share), got 1.5',
  ]);
  expect(problems('cohort: { never_leaving_odds: { mental_health: 0 } }').join()).toMatch(
    /never_leaving_odds\.mental_health: expected at least 0\.01 \(odds ratio\), got 0/,
  );
});
