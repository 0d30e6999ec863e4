import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';

const folder = join('tests', 'fixtures', 'refused');

/** All that is said about each scenario of the folder, word for word; the folder's own name is left out. */
const expected: Record<string, string[]> = {
  '01-syntax.yaml': [
    '01-syntax.yaml:4:14: expected one value here; a text with a colon needs quotes, a section starts on the next line, its names below each other',
    '01-syntax.yaml:6:1: a tab cannot indent; use spaces',
  ],
  '02-unclosed-bracket.yaml': ['02-unclosed-bracket.yaml:5:3: expected a closing ] above this line or on it'],
  '03-colon-without-space.yaml': [
    '03-colon-without-space.yaml:4:3: expected "name: value", with a space behind the colon',
  ],
  '04-duplicate-name.yaml': [
    '04-duplicate-name.yaml:6:3: "size" occurs twice in this section (first on line 4); expected it once',
  ],
  '05-unknown-sections.yaml': [
    '05-unknown-sections.yaml:3:1: unknown name "cohorts"; did you mean "cohort"?',
    '05-unknown-sections.yaml:5:1: unknown name "gemeente"; expected one of: name, description, extends, regime, law, posterior, horizon_years, discount_rate, discount_to, price_year, self_sufficiency, numbers, alternatives, groups, origins, cohort, housing, health, family, language, inburgering, income, sanction, effects, kinds, costs, reference, approaches',
  ],
  '06-unknown-names-deep.yaml': [
    '06-unknown-names-deep.yaml:5:5: unknown name "cohort.capacity.hours_a_week"; did you mean "hours_per_week"?',
    '06-unknown-names-deep.yaml:9:9: unknown name "cohort.composition.syria.education.lowliterate"; did you mean "low_literate"?',
    '06-unknown-names-deep.yaml:13:18: missing: approaches.sequential.course.mean_wait.value; expected a number (months); a number with its range and source is inherited or replaced as a whole',
    '06-unknown-names-deep.yaml:13:20: unknown name "approaches.sequential.course.mean_wait.valeu"; did you mean "value"?',
  ],
  '07-wrong-types.yaml': [
    '07-wrong-types.yaml:1:7: name: expected a text, or { nl: ..., en: ... }, got 2016',
    '07-wrong-types.yaml:3:16: horizon_years: expected a whole number, got "tien"',
    '07-wrong-types.yaml:5:9: cohort.size: expected a whole number (persons), got a list',
    '07-wrong-types.yaml:6:13: cohort.capacity: expected a section with names and values, got 30',
    '07-wrong-types.yaml:8:11: self_sufficiency.states: expected a list, got "work"',
    '07-wrong-types.yaml:10:13: effects.work_men: expected a number (hazard ratio), got "1.2": write it without quotes',
  ],
  '08-decimal-comma.yaml': [
    '08-decimal-comma.yaml:3:16: discount_rate: expected a number (per year), got "0,0225": write 0.0225, not 0,0225',
    '08-decimal-comma.yaml:5:24: unknown name "effects.work_men.2"; a comma ends a number between braces: write a decimal point, such as 1.5',
    '08-decimal-comma.yaml:5:32: effects.work_men.low: expected a number (hazard ratio), got "1,0": write 1.0, not 1,0',
    '08-decimal-comma.yaml:5:45: effects.work_men.high: expected a number (hazard ratio), got "1,4": write 1.4, not 1,4',
    '08-decimal-comma.yaml:6:24: effects.work_women: expected a number (hazard ratio), got "1,2": write 1.2, not 1,2',
    '08-decimal-comma.yaml:6:36: effects.work_women.low: expected a number (hazard ratio), got "1,0": write 1.0, not 1,0',
  ],
  '09-percentages.yaml': [
    '09-percentages.yaml:4:18: cohort.never_leaving: expected a number (share), got "25%": write 0.25, not 25%',
    '09-percentages.yaml:7:21: cohort.composition.eritrea.men: expected a number (share), got "72,5 %": write 0.725, not 72,5 %',
  ],
  '10-amounts.yaml': [
    '10-amounts.yaml:4:20: costs.social_guidance: expected a number (euros a person), got "€ 2.370": write the amount alone, without a currency',
    '10-amounts.yaml:6:9: inburgering.fine: expected a number (euros), got "1.250,00": write 1250.00, not 1.250,00',
    '10-amounts.yaml:7:19: inburgering.loan_per_month: expected a number (euros a month in course), got "10 000": write 10000, not 10 000',
  ],
  '11-dutch-truths.yaml': [
    '11-dutch-truths.yaml:16:20: approaches.parallel.activities.taalcoach.mandatory: expected true or false, got "nee": write false, not nee',
    '11-dutch-truths.yaml:17:28: approaches.parallel.activities.taalcoach.continues_in_work: expected true or false, got "yes": write true, not yes',
  ],
  '12-out-of-range.yaml': [
    '12-out-of-range.yaml:3:16: horizon_years: expected at most 40, got 50',
    '12-out-of-range.yaml:5:9: cohort.size: expected at least 1 (persons), got 0',
    '12-out-of-range.yaml:6:27: cohort.never_leaving: expected at most 1 (share), got 1.2',
    '12-out-of-range.yaml:6:37: cohort.never_leaving.low: expected at least 0 (share), got -0.1',
    '12-out-of-range.yaml:6:49: cohort.never_leaving.high: expected at most 1 (share), got 1.5',
    '12-out-of-range.yaml:8:21: cohort.capacity.hours_per_week: expected at most 80 (hours a week), got 100',
    '12-out-of-range.yaml:10:20: costs.social_guidance: expected at least 0 (euros a person), got -5',
  ],
  '13-whole-numbers.yaml': [
    '13-whole-numbers.yaml:3:16: horizon_years: expected a whole number, got 7.5',
    '13-whole-numbers.yaml:5:9: cohort.size: expected a whole number (persons), got 38.5',
  ],
  '14-low-above-value.yaml': [
    '14-low-above-value.yaml:4:32: effects.work_men.low: low (1.3) is above value (1.2)',
    '14-low-above-value.yaml:4:43: effects.work_men.high: high (1.1) is below value (1.2)',
    '14-low-above-value.yaml:5:34: effects.fade_months.low: a range has both low and high',
  ],
  '15-assumption-without-range.yaml': [
    '15-assumption-without-range.yaml:4:34: effects.work_men.label: an assumption needs a range: low and high (or distribution: fixed, with a note why)',
  ],
  '16-label-without-source.yaml': [
    '16-label-without-source.yaml:4:50: cohort.size.label: a published number needs a source',
    '16-label-without-source.yaml:5:60: cohort.never_leaving.label: "guess" is not valid; expected one of: published, derived, unverified, assumption',
  ],
  '17-distributions.yaml': [
    '17-distributions.yaml:4:41: effects.work_men.distribution: distribution lognormal needs low and high',
    '17-distributions.yaml:5:58: effects.work_women.distribution: distribution lognormal needs value and low above 0',
    '17-distributions.yaml:6:61: effects.education.distribution: "triangel" is not valid; expected one of: fixed, normal, lognormal, logit-normal, uniform, triangular, quantiles',
    '17-distributions.yaml:7:60: effects.language.points: points must ascend in probability and value',
  ],
  '18-number-not-whole.yaml': [
    '18-number-not-whole.yaml:5:13: missing: effects.work_men.value; expected a number (hazard ratio); a number with its range and source is inherited or replaced as a whole',
  ],
  '19-circle-b.yaml': [
    '19-circle.yaml:2:10: extends: 19-circle-b -> 19-circle -> 19-circle-b is a circle; expected a chain that ends',
  ],
  '19-circle.yaml': [
    '19-circle-b.yaml:2:10: extends: 19-circle -> 19-circle-b -> 19-circle is a circle; expected a chain that ends',
  ],
  '20-climbing.yaml': [
    '20-climbing.yaml:2:11: extends: "../../../scenarios/national.yaml" leads out of the folder of the scenario; expected a file inside it',
    '20-climbing.yaml:2:45: extends: "/etc/national.yaml" is an absolute path; expected one relative to this file',
  ],
  '21-unknown-base.yaml': [
    '21-unknown-base.yaml:3:10: extends: no scenario "natonal" beside this file or in the library; did you mean "national"?',
    '21-unknown-base.yaml:4:16: horizon_years: expected a whole number, got "tien"',
  ],
  '22-missing-path.yaml': [
    '22-missing-path.yaml:2:10: extends: no file "gedeeld/basis.yaml" in tests/fixtures/refused',
  ],
  '23-unknown-regime.yaml': [
    '23-unknown-regime.yaml:3:9: regime: no regime "wi2031"; did you mean "wi2013"?',
  ],
  '24-unknown-tracks.yaml': [
    '24-unknown-tracks.yaml:3:12: reference: no approach "sequentieel"; did you mean "sequential"?',
    '24-unknown-tracks.yaml:7:24: approaches.parallel.course.opens: unknown track "huisvesting"; expected one of: housing, term, loan, language, inburgering, search, income, sanction, engagement, taalcoach, health, family, all, any, not',
    '24-unknown-tracks.yaml:8:54: approaches.parallel.search.opens: unknown state "exempted" of track "inburgering"; did you mean "exempt"?',
    '24-unknown-tracks.yaml:8:69: approaches.parallel.search.opens: unknown track "talcoach"; did you mean "taalcoach"?',
    '24-unknown-tracks.yaml:13:39: approaches.parallel.activities.taalcoach.start.when: unknown state "in_cours" of track "inburgering"; did you mean "in_course"?',
  ],
  '25-activity-names.yaml': [
    '25-activity-names.yaml:4:3: approaches.Parallel: the name must be lower-case letters, digits and _',
    '25-activity-names.yaml:14:7: approaches.parallel.activities: "housing" is the name of a track of every approach; choose another',
    '25-activity-names.yaml:17:21: approaches.parallel.activities.housing.for.age: from (40) is above to (30)',
  ],
  '26-incomplete-activity.yaml': [
    '26-incomplete-activity.yaml:7:13: missing: approaches.parallel.search.opens; expected a condition such as { housing: housed }',
    '26-incomplete-activity.yaml:10:9: missing: approaches.parallel.activities.taalcoach.hours_per_week; expected a number (hours a week)',
    '26-incomplete-activity.yaml:10:9: missing: approaches.parallel.activities.taalcoach.mandatory; expected true or false',
    '26-incomplete-activity.yaml:10:9: missing: approaches.parallel.activities.taalcoach.weeks; expected a number (weeks)',
    '26-incomplete-activity.yaml:11:16: approaches.parallel.activities.taalcoach.phase: expected at most 5, got 6',
    '26-incomplete-activity.yaml:12:24: approaches.parallel.activities.taalcoach.start.when: expected a condition such as { housing: housed }, got a list',
    '26-incomplete-activity.yaml:13:19: approaches.parallel.activities.taalcoach.acts_on.0: "langauge" is not valid; did you mean "language"?',
    '26-incomplete-activity.yaml:13:29: approaches.parallel.activities.taalcoach.acts_on.1: "werk" is not valid; did you mean "work"?',
    '26-incomplete-activity.yaml:15:22: approaches.parallel.activities.taalcoach.costs.0.payer: "gemeente" is not valid; expected one of: municipality, state, duo, other',
  ],
  '27-shares.yaml': [
    '27-shares.yaml:5:5: cohort.composition: the shares add up to 1.37, expected 1',
    '27-shares.yaml:7:12: cohort.composition.syria.age: the shares add up to 0.9, expected 1',
    '27-shares.yaml:8:9: cohort.size: expected a whole number (persons), got "40 mensen": write the number alone, what it is goes into note',
  ],
  '28-dates.yaml': [
    '28-dates.yaml:4:17: cohort.first_permit: expected a date like 2016-01-31, got "1-7-2016": write 2016-07-01, not 1-7-2016',
    '28-dates.yaml:7:15: income.labour_market.0.from: expected a date like 2016-01-31, got 2014',
    '28-dates.yaml:8:15: income.labour_market.1.from: expected a date like 2016-01-31, got "2016-13-01"',
  ],
  '29-not-numbers.yaml': [
    '29-not-numbers.yaml:4:9: expected a number, got .nan',
    '29-not-numbers.yaml:5:18: expected a number, got -.inf',
    '29-not-numbers.yaml:6:16: expected a number of at most 9007199254740991, got 90071992547409930',
  ],
  '30-alias-bomb.yaml': [
    '30-alias-bomb.yaml:1:1: references (*name) repeat their sections more than 100 times; write them out',
  ],
  '31-references.yaml': [
    '31-references.yaml:3:13: *cohort refers to a section that contains it',
    '31-references.yaml:4:10: *effecten refers to nothing: no &effecten above it',
  ],
  '32-windows-1252.yaml': [
    '32-windows-1252.yaml:4:16: expected UTF-8 text, but byte 87 is not; save the file as UTF-8 (Excel and older Windows programs write Windows-1252)',
  ],
  '33-utf-16.yaml': [
    '33-utf-16.yaml:1:1: expected UTF-8 text, got another kind of file or UTF-16; save it as UTF-8',
  ],
  '34-empty.yaml': ['34-empty.yaml:1:1: the file is empty; expected names with values'],
  '35-two-documents.yaml': [
    '35-two-documents.yaml:3:1: expected one document, got a second one behind "---"',
  ],
  '36-list.yaml': ['36-list.yaml:1:1: expected names with values, such as "name: Almere"'],
  '37-names.yaml': [
    '37-names.yaml:3:1: expected a name before the colon',
    '37-names.yaml:4:1: expected a name before the colon',
    '37-names.yaml:5:1: "__proto__" cannot be a name',
    '37-names.yaml:6:12: merging with << is not supported; build on another file with extends',
    '37-names.yaml:6:52: the tag !ratio is not supported; write the value alone',
  ],
  '38-nothing-inherited.yaml': [
    '38-nothing-inherited.yaml:1:1: missing: regime, horizon_years, discount_rate and 15 more; expected "extends: national" or another scenario that has them',
  ],
  '39-section-taken-away.yaml': [
    '39-section-taken-away.yaml:4:1: missing: sanction; expected a section with names and values; the empty value removes what is inherited',
    '39-section-taken-away.yaml:6:3: missing: cohort.first_permit; expected a date like 2016-01-31; the empty value removes what is inherited',
  ],
  '40-base.yaml': [
    '40-base.yaml:4:9: cohort.size: expected at least 1 (persons), got -3',
    '40-base.yaml:5:18: cohort.inflow_months: expected at least 0 (months), got -6',
  ],
  '40-fault-in-base.yaml': ['40-base.yaml:5:18: cohort.inflow_months: expected at least 0 (months), got -6'],
  '41-empty-values.yaml': [
    '41-empty-values.yaml:4:21: cohort.inflow_months 3: expected a value; nothing is inherited here that an empty one could remove',
    '41-empty-values.yaml:6:3: approaches.parallel: expected a value; nothing is inherited here that an empty one could remove',
    '41-empty-values.yaml:7:1: gemeente: expected a value; nothing is inherited here that an empty one could remove',
  ],
  '42-ends-of-activities.yaml': [
    '42-ends-of-activities.yaml:14:59: approaches.parallel.activities.both.ends.dropout_weeks: expected only where there are no weeks, over which the dropout is spread otherwise',
    '42-ends-of-activities.yaml:15:18: approaches.parallel.activities.both.outflow: the shares add up to 1.1, expected at most 1',
    '42-ends-of-activities.yaml:15:75: approaches.parallel.activities.both.outflow.voluntary_weeks: expected only beside a share to voluntary_work',
    '42-ends-of-activities.yaml:20:20: approaches.parallel.activities.both.aftercare: expected either aftercare or aftercare_weeks, got both',
    '42-ends-of-activities.yaml:20:30: approaches.parallel.activities.both.aftercare.starts: "exits" is not valid; did you mean "exit"?',
    '42-ends-of-activities.yaml:22:31: approaches.parallel.activities.both.resumes_within_weeks: expected only where leaving bijstand ends the activity; this one continues_in_work',
    '42-ends-of-activities.yaml:27:15: missing: approaches.parallel.activities.neither.ends.dropout_weeks; expected a number (weeks)',
    '42-ends-of-activities.yaml:28:20: unknown name "approaches.parallel.activities.neither.outflow.educaton"; did you mean "education"?',
  ],
  '42-kinds.yaml': [
    '42-kinds.yaml:18:15: approaches.parallel.activities.wrong.kind: no kind "lesons"; did you mean "lessons"?',
    '42-kinds.yaml:21:70: approaches.parallel.activities.wrong.costs.0: from (2018-01-01) is after until (2017-12-31)',
    '42-kinds.yaml:28:9: approaches.parallel.activities.both: expected either acts_on or kind, got both; what is inherited is removed with an empty value (acts_on: null)',
    '42-kinds.yaml:31:7: approaches.parallel.activities.neither: expected either acts_on or kind, got neither',
  ],
  '43-end-conditions.yaml': [
    '43-end-conditions.yaml:7:29: approaches.parallel.search.opens: unknown state "to_educaton" of track "isk"; did you mean "to_education"?',
    '43-end-conditions.yaml:9:7: approaches.parallel.activities: "voluntary" is the name of the track of voluntary work; choose another',
    '43-end-conditions.yaml:13:37: approaches.parallel.activities.isk.start.when: unknown state "doing" of track "voluntary"; expected one of: waiting, taking_part, aftercare, finished, dropped_out, not_eligible',
    '43-end-conditions.yaml:14:25: approaches.parallel.activities.isk.ends.when: unknown track "langauge"; did you mean "language"?',
  ],
  'absent.yaml': ['absent.yaml:1:1: no such file in tests/fixtures/refused'],
};

function messagesOf(name: string): string[] {
  const result = loadScenario(join(folder, name), packageLibrary());
  if (result.ok) return [];
  return result.diagnostics.map((each) => formatDiagnostic(each).replaceAll(`${folder}/`, ''));
}

describe('refused scenarios', () => {
  it.each(Object.entries(expected))('%s', (name, messages) => {
    expect(messagesOf(name)).toEqual(messages);
  });

  it('are all of the folder, and one that is not there', () => {
    expect(Object.keys(expected)).toEqual([...readdirSync(folder).sort(), 'absent.yaml']);
  });
});
