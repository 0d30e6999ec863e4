import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mean } from '../../../src/analysis/statistics.js';
import { calibratedParameters } from '../../../src/domain/parameters/calibration.js';
import { centralScenario, drawScenario } from '../../../src/domain/parameters/draw.js';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import { explainNumbers } from '../../../src/scenario/check/provenance.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';

const library = packageLibrary();
const national = join(library.scenarios, 'national.yaml');

function loaded(...settings: string[]) {
  const result = loadScenario(national, library, settings);
  if (!result.ok) throw new Error(result.diagnostics.map(formatDiagnostic).join('\n'));
  return result.scenario;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'posterior-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(draws: string, parameters: string): string {
  const path = join(folder, 'mine');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'posterior.csv'), draws);
  writeFileSync(join(path, 'parameters.csv'), parameters);
  return path;
}

describe('the posterior of the package', () => {
  it('is of all calibrated parameters of the national baseline as it stands', () => {
    const { tree, posterior } = loaded();
    expect([...posterior!.paths].sort()).toEqual(
      calibratedParameters(tree)
        .map(({ path }) => path)
        .sort(),
    );
    expect(posterior!.rows).toBeGreaterThanOrEqual(200);
  });

  it('leaves a number of one’s own alone, whether a scenario or the command line sets it', () => {
    const { posterior } = loaded('income.work=0.05');
    expect(posterior!.paths).not.toContain('income.work');
    expect(posterior!.paths).toContain('income.education');
    expect(loaded('posterior=none').posterior).toBeUndefined();
  });
});

describe('a posterior in a folder', () => {
  const header = 'path,value,low,high,interval,distribution,points\n';
  const work = loaded('posterior=none').tree.income.work as { value: number; low: number; high: number };
  const prior = `income.work,${work.value},${work.low},${work.high},,lognormal,\n`;

  it('is drawn row by row, each once before any comes again', () => {
    const path = write('draw,income.work\ncentral,0.5\n1,0.1\n2,0.2\n3,0.3\n', header + prior);
    const { tree, posterior } = loaded(`posterior=${path}`);
    expect(centralScenario(tree, posterior).income.work).toBe(0.5);
    const draws = [0, 1, 2, 3].map((draw) => drawScenario(tree, [1, 2], draw, posterior).income.work);
    expect([...draws.slice(0, 3)].sort()).toEqual([0.1, 0.2, 0.3]);
    expect(draws[3]).toBe(draws[0]);
  });

  it('gives its draws and its central value, times the ratio, to what is tied to a number of it', () => {
    const path = write('draw,income.work\ncentral,0.5\n1,0.1\n2,0.2\n3,0.3\n', header + prior);
    const ratio = '{ value: 2, low: 1, high: 3, distribution: uniform, label: assumption }';
    const tied = `income.part_time_work={ same_as: income.work, ratio: ${ratio} }`;
    const explained = explainNumbers(loaded(`posterior=${path}`, tied));
    const { quantity, posterior } = explained.find((each) => each.path === 'income.part_time_work')!;
    expect([quantity!.value, quantity!.low, quantity!.high]).toEqual([1, undefined, undefined]);
    // Draws of 0.2 on average times a ratio of 2 on average, from 0.1 x 1 to 0.3 x 3.
    expect(mean(posterior!())).toBeCloseTo(0.4, 10);
    expect(Math.min(...posterior!())).toBeCloseTo(0.1, 2);
    expect(Math.max(...posterior!())).toBeCloseTo(0.9, 2);
  });

  it.each([
    // 4 times 3 is more than a rate may be, though 4 is not.
    [3, ['income.part_time_work: a draw is out of bounds; expected at most 10']],
    [2, []],
  ])('is refused where what is tied to it has no room for a draw times %i', (ratio, expected) => {
    const path = write('draw,income.work\ncentral,0.1\n1,0.1\n2,4\n', header + prior);
    const tied = `income.part_time_work={ same_as: income.work, ratio: ${ratio} }`;
    const result = loadScenario(national, library, [`posterior=${path}`, tied]);
    expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)).toEqual(expected);
  });

  it('is not used for a parameter whose prior has changed since', () => {
    const path = write(
      'draw,income.work\ncentral,0.5\n1,0.1\n',
      header + prior.replace('lognormal', 'uniform'),
    );
    expect(loaded(`posterior=${path}`).posterior!.paths).toEqual([]);
  });

  it.each([
    ['draw,income.work\n1,0.1\n', 'expected a row "central"'],
    ['draw,income.work\ncentral,0.5\n1,much\n', 'posterior.csv:3:2: income.work: expected a number'],
    ['draw,income.work\ncentral,0.5\n1,\n', 'posterior.csv:3:2: income.work: expected a number'],
    ['draw,income.work\ncentral,0.5\n1,1e400\n', 'posterior.csv:3:2: income.work: expected a number'],
    ['draw,income.work\ncentral,0.5\n1,-3\n', 'income.work: a draw is out of bounds; expected at least 0'],
    ['draw,income.work\ncentral,0.5\n1,11\n', 'income.work: a draw is out of bounds; expected at most 10'],
    ['draw,income.work\ncentral,0.5\n1,0.1,7\n', 'posterior.csv:3:3: expected 2 cells, got 3'],
    ['draw;income.work\ncentral;0,5\n1;0.1\n', 'posterior.csv:3:2: income.work: "0.1" has a decimal point'],
    ['', 'posterior.csv:1:1: the file is empty'],
  ])('is refused when it is broken: %j', (draws, message) => {
    const path = write(draws, header + prior);
    const result = loadScenario(national, library, [`posterior=${path}`]);
    expect(result.ok ? [] : result.diagnostics.map(formatDiagnostic).join()).toContain(message);
  });

  it.each([
    [/,0\.061,/, ',,', 'parameters.csv:2:2: value: expected a number, such as 0.57, got ""'],
    [/,0\.061,/, ',veel,', 'parameters.csv:2:2: value: expected a number, such as 0.57, got "veel"'],
    [/lognormal/, 'lognormaal', 'distribution: unknown name "lognormaal"; did you mean "lognormal"?'],
    [/^income\.work/, '', 'parameters.csv:2:1: path: expected the path of a parameter, got nothing'],
  ])('is refused when a prior cannot be read: %s %j', (cell, instead, message) => {
    const broken = prior.replace(cell, instead);
    expect(broken).not.toBe(prior);
    const path = write('draw,income.work\ncentral,0.5\n1,0.1\n', header + broken);
    const result = loadScenario(national, library, [`posterior=${path}`]);
    expect(result.ok ? [] : result.diagnostics.map(formatDiagnostic).join()).toContain(message);
  });

  it('is looked for by name, with the nearest one there is', () => {
    const result = loadScenario(national, library, ['posterior=cbs-2041']);
    expect(result.ok ? [] : result.diagnostics.map(formatDiagnostic).join()).toContain(
      'no posterior "cbs-2041" (posterior.csv and parameters.csv); did you mean "cbs-2014"?',
    );
  });
});
