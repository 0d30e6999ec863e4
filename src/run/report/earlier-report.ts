/** What a report replaces: of each format that it changes, all files that the one before it consists of, so that this can be read as it was. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PlacedFile } from '../../machine/folder.js';
import { isAsWritten } from '../write/earlier.js';

/** The files of a report in one format, its main file first. */
export type FormatFiles = readonly [PlacedFile, ...PlacedFile[]];

/** Whether a file is a table of a report in LaTeX: it has the label that its name says. Not all of them are in the document. */
function isTable(path: string, base: string): boolean {
  const [, table] =
    basename(path)
      .slice(base.length)
      .match(/^-table-(.+)\.tex$/) ?? [];
  return table !== undefined && readFileSync(path, 'utf8').includes(`\\label{tab:${table}}`);
}

/** The pictures and tables beside a main file that it names, as links of Markdown and commands of LaTeX do, or that were written with it. */
function besideMain(main: string, base: string): string[] {
  if (!existsSync(main)) return [];
  const text = readFileSync(main, 'utf8');
  const isNamed = (name: string) =>
    text.includes(`](${encodeURIComponent(name)})`) || text.includes(`{${name}}`);
  return readdirSync(dirname(main))
    .filter((name) => name.startsWith(`${base}-`))
    .map((name) => join(dirname(main), name))
    .filter((path) => isNamed(basename(path)) || (main.endsWith('.tex') && isTable(path, base)));
}

/**
 * The files that make way for a report. A format that is not written now stays, with its own pictures and tables; so does one that comes
 * out the same, and what somebody else has put there.
 *
 * @param base the name of all main files without their endings
 */
export function replacedBy(formats: readonly FormatFiles[], base: string): string[] {
  const changed = formats.filter((files) => !files.every(isAsWritten));
  const mains = changed.map(([main]) => main.path);
  const others = changed.flatMap((files) => files.map(({ path }) => path));
  const beside = mains.flatMap((main) => besideMain(main, base));
  return [...new Set([...mains, ...others, ...beside])];
}
