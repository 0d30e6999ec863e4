import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, it, vi } from 'vitest';
import { type Brush, onWriting, print, printMessage } from '../../../src/cli/terminal/screen.js';
import { shortened } from '../../../src/cli/terminal/shortened.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  onWriting(undefined);
});

/** What happens, in its order: what is written, and when the bar is taken away. */
function watched() {
  const events: string[] = [];
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      events.push(String(text));
      return true;
    });
  onWriting(() => events.push('bar away'));
  return events;
}

it('takes the progress bar away before anything is written', async () => {
  const events = watched();
  await print(() => ['a table']);
  printMessage('a note');
  expect(events).toEqual(['bar away', 'a table\n', 'bar away', 'a note\n']);
});

it('folds messages to the columns that COLUMNS says, and leaves them whole where nothing says', () => {
  const events = watched();
  vi.stubEnv('COLUMNS', '');
  const note = 'Leiden: labour market figures end at 2023; the last holds for 2024 to 2025';
  printMessage(note);
  vi.stubEnv('COLUMNS', '60');
  printMessage(note);
  const written = events.filter((event) => event !== 'bar away');
  const folded = 'Leiden: labour market figures end at 2023; the last holds\n  for 2024 to 2025\n';
  expect(written).toEqual([`${note}\n`, folded]);
});

it('paints what it is handed and no more, and nothing where NO_COLOR asks for that', async () => {
  const events = watched();
  vi.stubEnv('FORCE_COLOR', '1');
  const isTerminal = process.stdout.isTTY;
  process.stdout.isTTY = true;
  try {
    // As lines are painted: handed on with their place among the others.
    const lines = (_: unknown, brush: Brush) => ['one', 'two'].map(brush.dim).map(brush.bold);
    await print(lines);
    expect(stripVTControlCharacters(events.at(-1)!)).toBe('one\ntwo\n');
    expect(events.at(-1)).not.toBe('one\ntwo\n');
    vi.stubEnv('NO_COLOR', '1');
    await print(lines);
    expect(events.at(-1)).toBe('one\ntwo\n');
  } finally {
    process.stdout.isTTY = isTerminal;
  }
});

it('asks the terminal for its width, else COLUMNS; in a pipe sentences stay whole', async () => {
  watched();
  const widths: unknown[] = [];
  const ask = () => print((page) => [String(widths.push(page))]);
  vi.stubEnv('COLUMNS', '');
  await ask();
  vi.stubEnv('COLUMNS', '72');
  await ask();
  vi.stubEnv('COLUMNS', '7');
  await ask();
  expect(widths).toEqual([
    { table: 100, text: Number.POSITIVE_INFINITY, language: 'en' },
    { table: 72, text: 72, language: 'en' },
    { table: 40, text: 40, language: 'en' },
  ]);
});

it('is the only place that writes to the terminal', () => {
  const folder = join(import.meta.dirname, '../../../src/cli');
  const writers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && /std(out|err)\.write/.test(readFileSync(join(folder, name), 'utf8')),
  );
  // What cannot be written any more, with no bar any more.
  expect(writers.sort()).toEqual(['standard-output.ts', join('terminal', 'screen.ts')]);
});

it('shows the ends and the middle of a long list', () => {
  const all = Array.from({ length: 342 }, (_, i) => i);
  expect(shortened(all.slice(0, 24), () => [], 'en')).toEqual([
    { title: undefined, items: all.slice(0, 24) },
  ]);
  expect(shortened(all, () => all, 'en')).toEqual([
    { title: 'the highest 6 of 342', items: [0, 1, 2, 3, 4, 5] },
    { title: 'the middle', items: [169, 170, 171] },
    { title: 'the lowest 6', items: [336, 337, 338, 339, 340, 341] },
  ]);
});
