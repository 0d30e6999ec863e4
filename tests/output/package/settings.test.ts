import { expect, it } from 'vitest';
import { settingsIn } from '../../../src/output/package/settings.js';

it('tells the settings of a scenario from those of an analysis, which are rounded', () => {
  const given = ['income.work=0.1234567', 'horizon_years=5'];
  const own = ['outcome=self_sufficient_share', 'persons=60,120', 'recruits=37.666666666666664', 'lost=0'];
  expect(settingsIn({ settings: [...given, ...own] })).toEqual({
    ofScenario: given,
    own: ['outcome=self_sufficient_share', 'persons=60,120', 'recruits=37.67', 'lost=0'],
  });
  expect(settingsIn({ settings: given })).toEqual({ ofScenario: given, own: [] });
});
