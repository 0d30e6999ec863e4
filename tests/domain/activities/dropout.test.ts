import { describe, expect, it } from 'vitest';
import { rateOfShare } from '../../../src/domain/activities/dropout.js';
import { buildApproach } from '../../../src/domain/approach.js';
import { approachMeasures } from '../../../src/domain/measures/measures.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { people, plain, shippedTree, taskOf, wholeDraw } from '../../shipped.js';

/** Everybody starts the course when housed, never works, never learns enough to pass, and leaves early or stays. */
function courseOnly(...settings: string[]) {
  return shippedTree('national', [
    ...plain,
    'cohort.size=4000',
    'cohort.never_leaving=1',
    'income.work=0',
    'income.part_time_work=0',
    'language.known.syria=0',
    'language.known.eritrea=0',
    'language.known.other=0',
    'language.months_to.basic=600',
    'language.sigma=0.01',
    'approaches.sequential.course.mean_wait=0.01',
    'inburgering.term_months=600',
    'inburgering.medical_exemption=0',
    'inburgering.restart_months=600',
    'effects.overload_dropout_per_hour=1',
    'horizon_years=4',
    ...settings,
  ]);
}

/** Persons who left the course for each reason, by a group. */
function leavers(tree: ReturnType<typeof shippedTree>, inGroup: (attributes: readonly number[]) => boolean) {
  const task = taskOf(tree, { persons: true });
  const scenario = centralScenario(tree);
  const names = approachMeasures(scenario, buildApproach(scenario, 'sequential', task.norms)).map(
    ({ name }) => name,
  );
  const rows = wholeDraw(task, 0).persons.filter(({ attributes }) => inGroup(attributes));
  const left = (reason: string) => {
    const at = names.indexOf(`dropout_share_for_${reason}`);
    return rows.reduce((sum, { values }) => sum + values[at]!, 0);
  };
  return {
    persons: rows.length,
    health: left('health'),
    family: left('family'),
    motivation: left('motivation'),
  };
}

describe('dropout by reason', () => {
  it('divides as the shares say when nobody is burdened', () => {
    const tree = courseOnly('effects.dropout_health=1', 'effects.dropout_family=1');
    const { persons, health, family, motivation } = leavers(tree, () => true);
    const left = health + family + motivation;
    expect(left).toBeGreaterThan(persons / 5);
    expect(Math.abs(health / left - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / left));
    expect(Math.abs(family / left - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / left));
  });

  it('is more frequent for health with complaints, by the hazard ratio', () => {
    const tree = courseOnly('effects.dropout_health=3', 'effects.dropout_family=1');
    const at = people.at('mental_health_complaints');
    const unwell = leavers(tree, (attributes) => attributes[at] === 1);
    const well = leavers(tree, (attributes) => attributes[at] === 0);
    // With constant competing hazards the numbers leaving for two reasons are in the ratio of the hazards.
    const ratio = unwell.health / unwell.motivation / (well.health / well.motivation);
    expect(ratio).toBeGreaterThan(2.2);
    expect(ratio).toBeLessThan(4.1);
    expect(unwell.family / unwell.motivation).toBeCloseTo(well.family / well.motivation, 0);
  });
});

describe('rateOfShare', () => {
  it('is the constant hazard under which the share has left after the months', () => {
    expect(1 - Math.exp(-rateOfShare(0.3, 24) * 24)).toBeCloseTo(0.3, 12);
  });
});
