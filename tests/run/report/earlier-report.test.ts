/** A report that takes the place of another, which is kept so that it can be read as it was. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeReport, type ReportOptions } from '../../../src/run/report/report.js';
import { makeRun } from '../../output/report/results.js';

let root: string;
let said: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earlier-report-'));
  said = [];
  for (const name of ['leiden', 'almere']) makeRun(join(root, 'results'), name, { municipality: name });
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (...names: string[]) => join(root, ...names);
const out = (...names: string[]) => at('report', ...names);

function report(name: string, format: ReportOptions['format'], more: Partial<ReportOptions> = {}) {
  const options = { format, lang: 'nl', force: false, out: at('report'), ...more } as const;
  return makeReport([at('results', name)], options, { note: (line) => said.push(line) });
}

/** What the main files of a folder take from beside them. */
function takenIn(folder: string): string[] {
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const links = [...read('report.md').matchAll(/\]\(([^)#]+\.svg)\)/g)].map(([, name]) =>
    decodeURIComponent(name!),
  );
  const commands = [
    ...read('report.tex').matchAll(/\\(input|includegraphics)(?:\[[^\]]*\])?\{(report-[^}]*)\}/g),
  ];
  return [...links, ...commands.map(([, command, name]) => (command === 'input' ? `${name}.tex` : name!))];
}

it('of another municipality moves all of it into one folder, where what it names is beside it', async () => {
  await report('leiden', ['md', 'latex']);
  const before = readdirSync(out());
  expect(takenIn(out()).length).toBeGreaterThan(10);
  const text = readFileSync(out('report.md'), 'utf8');
  const mine = ['report-mine.svg', 'report-table-mine.tex', 'notes.md'];
  for (const name of mine) writeFileSync(out(name), 'mine');
  await report('almere', ['md', 'latex']);
  const kept = out('earlier', 'report-1');
  expect(readdirSync(kept).sort()).toEqual(before.sort());
  expect(readFileSync(join(kept, 'report.md'), 'utf8')).toBe(text);
  expect(takenIn(kept).filter((name) => !existsSync(join(kept, name)))).toEqual([]);
  // Nothing of it is left beside the new one, and what is somebody else's stays.
  expect(readdirSync(out()).filter((name) => name.includes('leiden'))).toEqual([]);
  for (const name of mine) expect(readFileSync(out(name), 'utf8')).toBe('mine');
  expect(takenIn(out()).filter((name) => !existsSync(out(name)))).toEqual([]);
  expect(said).toEqual([
    `${out('report.md')} en ${before.length - 1} andere bestanden: wat er stond, is bewaard in ${kept}`,
  ]);
  // Once more, under one number for all.
  await report('leiden', ['md', 'latex']);
  expect(readdirSync(out('earlier'))).toEqual(['report-1', 'report-2']);
  expect(readFileSync(out('report.md'), 'utf8')).toBe(text);
});

it('of the same in another language moves what it writes over, and of the same nothing', async () => {
  await report('leiden', ['md', 'html']);
  await report('leiden', ['md', 'html']);
  expect([existsSync(out('earlier')), said]).toEqual([false, []]);
  const before = readdirSync(out());
  await report('leiden', ['md', 'html'], { lang: 'en' });
  expect(readdirSync(out('earlier', 'report-1')).sort()).toEqual(before.sort());
  expect(said).toHaveLength(1);
});

it('in other formats leaves those that are there, with all that they name', async () => {
  await report('leiden', ['md', 'latex']);
  const whole = takenIn(out());
  // One more format of the same takes nothing away; fewer formats of another only those.
  await report('leiden', ['md', 'xlsx']);
  expect(existsSync(out('earlier'))).toBe(false);
  await report('almere', ['md']);
  expect(readdirSync(out('earlier', 'report-1')).sort()).toEqual(
    ['report.md', ...whole.filter((name) => name.endsWith('.svg'))].sort(),
  );
  expect(readdirSync(out())).toEqual(expect.arrayContaining(['report.tex', 'report.xlsx', 'report.md']));
  expect(takenIn(out()).filter((name) => !existsSync(out(name)))).toEqual([]);
});

it('in a file of its own goes under the name of that, and with --force nowhere', async () => {
  const file = (name: string) => ({ out: at(name) });
  await report('leiden', ['docx'], file('verslag.docx'));
  await report('almere', ['docx'], file('verslag.docx'));
  expect(readdirSync(at('earlier', 'verslag-1'))).toEqual(['verslag.docx']);
  expect(said).toEqual([`${at('verslag.docx')}: wat er stond, is bewaard in ${at('earlier', 'verslag-1')}`]);
  await report('leiden', ['docx'], { ...file('verslag.docx'), force: true });
  expect(readdirSync(at('earlier'))).toEqual(['verslag-1']);
  // A name that links write otherwise.
  await report('leiden', ['md', 'latex'], { out: at('results', 'leiden') });
  await report('leiden', ['md'], file('mijn (eigen) verslag.md'));
  await report('almere', ['md'], file('mijn (eigen) verslag.md'));
  const kept = readdirSync(at('earlier', 'mijn (eigen) verslag-1'));
  expect(kept.filter((name) => name.includes('leiden')).length).toBeGreaterThan(0);
  expect(readdirSync(root).filter((name) => name.includes('verslag-leiden'))).toEqual([]);
});
