import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from './temporary-folder.js';

const library = packageLibrary();

/** Loads `mine.yaml`, which builds on the national baseline and says what is given. */
function load(text: string, settings: string[] = [], others: Record<string, string> = {}) {
  const folder = folderWith({ 'mine.yaml': `name: Mine\nextends: national\n${text}`, ...others });
  const result = loadScenario(join(folder, 'mine.yaml'), library, settings);
  const problems = result.ok
    ? []
    : result.diagnostics.map((each) => formatDiagnostic(each).replaceAll(`${folder}/`, ''));
  return { scenario: result.ok ? result.scenario : undefined, problems };
}

describe('a date', () => {
  it.each([
    ['2016-3-17', 'expected a date like 2016-01-31, got "2016-3-17": write 2016-03-17, not 2016-3-17'],
    ['17-03-2016', 'expected a date like 2016-01-31, got "17-03-2016": write 2016-03-17, not 17-03-2016'],
    ['1899-12-31', 'expected a date from 1900 to 2199, got "1899-12-31"'],
  ])('that is wrong (%s) is told once, wherever it stands', (date, message) => {
    const { problems } = load(
      `discount_to: ${date}\ncohort: { first_permit: ${date} }\nincome: { labour_market: [{ from: ${date}, ratio: 1 }], pension_age: [{ from: ${date}, age: 800 }] }\nlaw: { name: x, from: ${date}, until: ${date} }\n`,
    );
    const places = [
      'discount_to',
      'cohort.first_permit',
      'income.labour_market.0.from',
      'income.pension_age.0.from',
      'law.from',
      'law.until',
    ];
    expect(problems.map((each) => each.replace(/^mine\.yaml:\d+:\d+: /, ''))).toEqual(
      places.map((place) => `${place}: ${message}`),
    );
  });
});

describe('a name that has been taken away', () => {
  const leiden = 'extends: leiden\napproaches:\n  parallel: ~\n';
  const problems = (text: string, ...settings: string[]) => {
    const folder = folderWith({ 'mine.yaml': `name: Mine\n${text}` });
    const result = loadScenario(join(folder, 'mine.yaml'), library, settings);
    return result.ok
      ? []
      : result.diagnostics.map((each) => formatDiagnostic(each).replaceAll(`${folder}/`, ''));
  };
  const gone = '"approaches.parallel" is removed (mine.yaml:4)';
  const path = 'approaches.parallel.course.mean_wait';

  it('is said to be, instead of another name', () => {
    expect(problems(`${leiden}reference: parallel\n`)).toEqual([
      `mine.yaml:5:12: reference: no approach "parallel"; ${gone}`,
    ]);
    expect(problems(leiden, 'reference=parallel')).toEqual([
      `--set reference=parallel: reference: no approach "parallel"; ${gone}`,
    ]);
    expect(problems(`${leiden}housing: { wait_ratio: { same_as: ${path} } }\n`)).toEqual([
      `mine.yaml:5:35: housing.wait_ratio: no such path "${path}"; ${gone}`,
    ]);
    expect(problems(leiden, `${path}=3`)).toEqual([`--set ${path}=3: no such path "${path}"; ${gone}`]);
    expect(problems('extends: leiden\n', 'approaches.parallel=null', `${path}=3`)).toEqual([
      `--set ${path}=3: no such path "${path}"; "approaches.parallel" is removed (--set approaches.parallel=null)`,
    ]);
    const search = '{ activities: { mentor: ~ }, search: { opens: { mentor: finished } } }';
    expect(problems(`extends: leiden\napproaches:\n  parallel: ${search}\n`)).toEqual([
      'mine.yaml:4:61: approaches.parallel.search.opens: unknown track "mentor"; "approaches.parallel.activities.mentor" is removed (mine.yaml:4)',
    ]);
  });

  it('is told apart from one that is misspelt', () => {
    expect(problems('extends: leiden\n', `${path.replace('parallel', 'paralel')}=3`)).toEqual([
      expect.stringContaining(`did you mean "${path}"`),
    ]);
  });
});

describe('a right scenario', () => {
  it('is a checked tree with the files it came from', () => {
    const { scenario } = load('cohort: { size: 40 }\n', ['effects.work_men=1.2']);
    expect(scenario?.tree).toMatchObject({
      name: 'Mine',
      regime: 'wi2013',
      cohort: { size: 40 },
      effects: { work_men: { value: 1.2, distribution: 'fixed', source: 'command line (--set)' } },
    });
    expect(scenario?.inherited.layers.map(({ path }) => basename(path))).toEqual([
      'mine.yaml',
      'national.yaml',
      'kinds.yaml',
      'integration.yaml',
      'population.yaml',
      'wi2013.yaml',
    ]);
  });

  it('knows who set a number, and what that overrides', () => {
    const { scenario } = load('cohort: { size: 40 }\n', ['cohort.size=50']);
    expect(scenario?.inherited.settings(['cohort', 'size']).map(({ place }) => basename(place.file))).toEqual(
      ['--set cohort.size=50', 'mine.yaml', 'population.yaml'],
    );
  });

  it('replaces a condition whole', () => {
    const { scenario } = load('approaches: { sequential: { search: { opens: { housing: housed } } } }\n');
    expect(scenario?.tree.approaches.sequential?.search.opens).toEqual({ housing: 'housed' });
  });
});

describe('a wrong scenario', () => {
  it('is told everything at once: its files, its settings, its values and its references', () => {
    const { problems } = load('cohort: { size: veel }\nreference: sequental\nhorizon_years: 0\nextras: 1\n', [
      'effects.work_men=1,2',
      'effects.wrok_women=1',
      'cohort.composition.syria.share=0.9',
    ]);
    expect(problems.filter((each) => !each.startsWith('data'))).toEqual([
      '--set effects.work_men=1,2: effects.work_men: expected a number (hazard ratio), got "1,2": write 1.2, not 1,2',
      '--set effects.wrok_women=1: no such path "effects.wrok_women"; did you mean "effects.work_women"?',
      'mine.yaml:3:17: cohort.size: expected a whole number (persons), got "veel"',
      'mine.yaml:4:12: reference: no approach "sequental"; did you mean "sequential"?',
      'mine.yaml:5:16: horizon_years: expected at least 1, got 0',
      expect.stringMatching(/^mine\.yaml:6:1: unknown name "extras"; expected one of: name, /),
    ]);
    expect(problems.find((each) => each.startsWith('data'))).toMatch(
      /population\.yaml:\d+:\d+: cohort\.composition: the shares add up to 1\.37, expected 1$/,
    );
  });

  it('is told nothing of shares that only a wrong number keeps from adding up', () => {
    const { problems } = load('cohort: { composition: { syria: { share: 53% } } }\n');
    expect(problems).toEqual([
      'mine.yaml:3:42: cohort.composition.syria.share: expected a number (share), got "53%": write 0.53, not 53%',
    ]);
  });

  it('is not told that things are missing which a broken file would have brought', () => {
    const { problems } = load('horizon_years: 0\n', [], { 'national.yaml': 'a: @\n' });
    expect(problems).toEqual([
      'mine.yaml:3:16: horizon_years: expected at least 1, got 0',
      'national.yaml:1:4: a text cannot start with @; put it between quotes',
    ]);
  });

  it('is told in one line when it builds on nothing', () => {
    const folder = folderWith({ 'alone.yaml': 'name: Alone\ncohort: { size: 0 }\n' });
    const result = loadScenario(join(folder, 'alone.yaml'), library);
    expect(result.ok ? [] : result.diagnostics.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '1: missing: regime, horizon_years, discount_rate and 15 more; expected "extends: national" or another scenario that has them',
      '2: cohort.size: expected at least 1 (persons), got 0',
    ]);
  });

  it('that is not there is said so', () => {
    const result = loadScenario(join(folderWith({ 'almere.yaml': '' }), 'almer.yaml'), library);
    expect(result.ok ? '' : result.diagnostics[0]?.message).toMatch(
      /^no such file in .*; did you mean "almere\.yaml"\?$/,
    );
  });
});
