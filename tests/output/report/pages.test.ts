/** How many pages of Word a report takes: a council reads no more. */

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runHere } from '../../cli/program-here.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const LIBREOFFICE = 'soffice';

const isInstalled = spawnSync(LIBREOFFICE, ['--version'], { stdio: 'ignore' }).error === undefined;
if (!isInstalled) console.warn(`skipped: ${LIBREOFFICE} is not installed`);

it.skipIf(!isInstalled)(
  'takes at most 8 for Leiden',
  async () => {
    const folder = folderWith({});
    // What cannot be told takes more words than an interval: no run of Leiden has a longer report.
    const few = ['--draws', '4', '--replications', '1', '--set', 'cohort.size=60', '--quiet'];
    await runHere('run', 'leiden', ...few, '--out', folder);
    const word = join(folder, 'leiden.docx');
    await runHere('report', join(folder, 'leiden'), '--format', 'docx', '--lang', 'nl', '--out', word);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(LIBREOFFICE, [profile, '--headless', '--convert-to', 'pdf', word], {
      cwd: folder,
      stdio: 'pipe',
    });
    const pdf = readFileSync(join(folder, 'leiden.pdf'), 'latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)!;
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.length).toBeLessThanOrEqual(8);
  },
  60_000,
);
