import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compareFolders } from '../../../src/run/compare/variants.js';
import { drawCharts } from '../../../src/run/report/charts.js';
import { makeReport, readFormats } from '../../../src/run/report/report.js';
import { makeResults } from '../../output/charts/results.js';
import { makeRun } from '../../output/report/results.js';
import { unzip } from '../../output/report/unzip.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'report-command-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const options = { format: ['html', 'md'], lang: 'nl', force: false } as const;

describe('doorstroom report', () => {
  it('writes a file for each format, and prints their names', async () => {
    makeRun(join(root, 'results'), 'leiden');
    makeRun(join(root, 'results'), 'almere');
    const out = join(root, 'out');
    const files = await makeReport([join(root, 'results')], { ...options, out });
    expect(files).toEqual([join(out, 'report.html'), join(out, 'report.md')]);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('<html lang="nl">');
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('writes to the file that --out names', async () => {
    makeRun(root, 'leiden');
    await makeReport([join(root, 'leiden')], { ...options, format: ['md'], out: join(root, 'verslag.md') });
    expect(existsSync(join(root, 'verslag.md'))).toBe(true);
  });

  it.each([[['docx']], [['md', 'docx']]] as const)(
    'says below a chart without notes of its own what it has no band for: %s',
    async (format) => {
      makeResults(join(root, 'results', 'a'), { municipality: 'Aardam' });
      makeResults(join(root, 'results', 'b'), {
        municipality: 'Beedam',
        isEstimable: (month) => month !== 12,
      });
      const files = await makeReport([join(root, 'results')], { ...options, format, out: root });
      const xml = unzip(readFileSync(files.at(-1)!)).get('word/document.xml')!;
      const captions = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Caption"\/>.*?<\/w:p>/g)]
        .map(([text]) => text.replaceAll(/<[^>]*>/g, ''))
        .filter((text) => text.includes('Wat verandert bij'));
      // The notes of the first stand in its picture.
      expect(captions).toEqual([
        expect.stringMatching(/Aardam$/),
        expect.stringMatching(/Beedam\. Zonder band of streepje: interval niet te bepalen\.$/),
      ]);
    },
  );

  it('keeps the files that it replaces, but for --force', async () => {
    makeRun(root, 'leiden');
    writeFileSync(join(root, 'report.md'), 'mine');
    const again = (force: boolean) => makeReport([join(root, 'leiden')], { ...options, out: root, force });
    await again(false);
    expect(readFileSync(join(root, 'earlier/report-1/report.md'), 'utf8')).toBe('mine');
    expect(readFileSync(join(root, 'report.md'), 'utf8')).not.toBe('mine');
    await again(true);
    expect(existsSync(join(root, 'earlier/report-2'))).toBe(false);
  });

  it('makes the same files of the same results, whenever it does, and keeps none of those', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      makeRun(root, 'leiden');
      const write = async (day: string, lang: 'nl' | 'en' = 'nl') => {
        vi.setSystemTime(new Date(day));
        const files = await makeReport([join(root, 'leiden')], {
          ...options,
          format: ['docx', 'xlsx', 'html', 'md'],
          out: root,
          lang,
        });
        return files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
      };
      const first = await write('2026-03-01T12:00:00Z');
      expect(await write('2031-05-02T10:00:00Z')).toEqual(first);
      expect(existsSync(join(root, 'earlier'))).toBe(false);
      await write('2031-05-02T10:00:00Z', 'en');
      expect(existsSync(join(root, 'earlier/report-1/report.docx'))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('takes each format that is named once, and refuses what is none', () => {
    expect(readFormats(['md', 'html', 'md'])).toEqual(['md', 'html']);
    expect(readFormats(['all'])).toEqual(['html', 'md', 'latex', 'xlsx', 'docx']);
    expect(() => readFormats(['htm'])).toThrow('--format: "htm" is not a format; did you mean "html"?');
  });

  it('stops when it is interrupted, and leaves nothing', async () => {
    makeRun(root, 'leiden');
    const out = join(root, 'out');
    const made = makeReport([join(root, 'leiden')], { ...options, out }, { signal: AbortSignal.abort() });
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(out)).toBe(false);
  });

  it('names a folder near the one that does not exist, and says what a folder lacks', async () => {
    makeRun(root, 'leiden');
    const of = (folder: string) => makeReport([join(root, folder)], { ...options, out: join(root, 'out') });
    await expect(of('liden')).rejects.toThrow(`does not exist; did you mean "${join(root, 'leiden')}"?`);
    await expect(
      makeReport([root, join(root, 'leiden', 'estimates.csv')], { ...options, out: root }),
    ).rejects.toThrow('holds no finished run');
    // What an interrupted run leaves.
    writeFileSync(join(root, '.lieden.checkpoint'), '');
    const interrupted = 'its run was interrupted; the command that began it goes on with --resume';
    await expect(of('lieden')).rejects.toThrow(`${join(root, 'lieden')}: ${interrupted}`);
    await expect(of('eiden')).rejects.toThrow(`did you mean "${join(root, 'leiden')}"?`);
    await expect(compareFolders([join(root, 'leiden'), join(root, 'lieden')], 'en')).rejects.toThrow(
      interrupted,
    );
    await expect(drawCharts([join(root, 'lieden')], { lang: 'en', png: false, width: 640 })).rejects.toThrow(
      interrupted,
    );
    mkdirSync(join(root, 'beside'));
    writeFileSync(join(root, 'beside', 'variants.csv'), '');
    await expect(of('beside')).rejects.toThrow('expected these folders themselves');
    writeFileSync(join(root, 'leiden', 'estimates.csv'), 'municipality,approach\n"x');
    await expect(of('leiden')).rejects.toThrow(
      `${join(root, 'leiden', 'estimates.csv')}:2:1: a quote that is opened in the last cell is not closed`,
    );
    writeFileSync(join(root, 'leiden', 'manifest.json'), '{');
    const damaged = makeReport([`${root}/./leiden`], { ...options, out: join(root, 'out') });
    await expect(damaged).rejects.toMatchObject({
      message: `${join(root, 'leiden', 'manifest.json')}: is damaged; run again`,
    });
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
});
