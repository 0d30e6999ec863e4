/** How many pages of Word a report takes: a council reads no more; and whether what stands in its pictures can be read on paper. */

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { FONT_SIZE } from '../../../src/output/charts/style.js';
import { runHere } from '../../cli/program-here.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { unzip } from './unzip.js';

const LIBREOFFICE = 'soffice';

const isInstalled = spawnSync(LIBREOFFICE, ['--version'], { stdio: 'ignore' }).error === undefined;
if (!isInstalled) console.warn(`skipped: ${LIBREOFFICE} is not installed`);

describe.skipIf(!isInstalled)('a Word report takes at most so many pages', () => {
  const folder = folderWith({});
  const word = (name: string) => join(folder, `${name}.docx`);

  // One small run of the eight serves both: with the default settings each takes as many pages (the eight with a third of the last one left).
  beforeAll(async () => {
    const few = [
      '--draws',
      '4',
      '--replications',
      '1',
      '--workers',
      '1',
      '--set',
      'cohort.size=12',
      '--quiet',
    ];
    const results = join(folder, 'eight');
    await runHere('compare', ...few, '--out', results);
    const how = ['--format', 'docx', '--lang', 'nl', '--out'];
    await runHere('report', join(results, 'leiden'), ...how, word('leiden'));
    await runHere('report', results, ...how, word('all'));
    // As the README has a municipality of one's own simulated.
    const groups = join(folder, 'groups');
    await runHere('run', 'leiden', '--by', 'education', ...few, '--out', groups);
    await runHere('report', groups, ...how, word('groups'));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const all = ['leiden', 'groups', 'all'].map(word);
    execFileSync(LIBREOFFICE, [profile, '--headless', '--convert-to', 'pdf', ...all], {
      cwd: folder,
      stdio: 'pipe',
    });
  }, 120_000);

  it.each([
    ['8', 'Leiden', 'leiden', 4, 8],
    ['8', 'Leiden with subgroups', 'groups', 4, 8],
    ['12', 'the eight together', 'all', 9, 12],
  ] as const)('%s for %s', (_, __, name, more, most) => {
    const pdf = readFileSync(join(folder, `${name}.pdf`), 'latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)!;
    expect(pages.length).toBeGreaterThan(more);
    expect(pages.length).toBeLessThanOrEqual(most);
  });

  it('with letters of at least six and a half points in every picture', () => {
    for (const name of ['leiden', 'all']) {
      const document = unzip(readFileSync(word(name))).get('word/document.xml')!;
      // Drawn 680 pixels wide; 12,700 units (EMU) to the point.
      const widths = [...document.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, cx]) => Number(cx) / 12_700);
      expect(widths.length).toBeGreaterThan(4);
      for (const width of widths) expect((FONT_SIZE * width) / 680).toBeGreaterThanOrEqual(6.5);
    }
  });
});
