/** What data/README.md tells of the calibration is what the calibration told. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the fit in data/README.md is that of the posterior that is used', () => {
  const readme = readFileSync('data/README.md', 'utf8');
  const report = readFileSync('data/posteriors/cbs-2014/report.md', 'utf8');
  const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
  const told = [...readme.matchAll(/^\| model \|.*$/gm)].map(([line]) => cellsOf(line).slice(2, -1));
  const months = cellsOf(/^\| figure \(cohort 2014\).*$/m.exec(readme)![0])
    .slice(2, -1)
    .map((cell) => cell.replace(' m', ''));
  for (const [i, figure] of ['on_benefit', 'paid_work'].entries()) {
    const rows = report
      .slice(0, report.indexOf('## Figures kept'))
      .matchAll(new RegExp(`^\\| ${figure} \\| (\\d+) \\| all \\|[^|]*\\|[^|]*\\| ([\\d.]+)%`, 'gm'));
    const fitted = Object.fromEntries([...rows].map(([, month, model]) => [month, model]));
    expect(Object.keys(fitted).length).toBeGreaterThan(3);
    expect(told[i]).toEqual(months.map((month) => fitted[month] ?? ''));
  }
  const [, size, candidates] = /effective sample size (\d+) of (\d+) candidates/.exec(report)!;
  const thousands = (digits: string) => Number(digits).toLocaleString('en');
  expect(readme).toContain(
    `effective sample size is ${thousands(size!)} of ${thousands(candidates!)} candidates`,
  );
});
