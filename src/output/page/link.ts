/** A setting as a link and as a file that the command line repeats. */

import { makesOne } from '../../domain/checks/shares.js';
import { asSetting, type Changes } from './change.js';
import { fits, plainNumber } from './entered.js';
import type { Control, PageData } from './page-data.js';
import { withoutReported } from './reported.js';

/** A setting behind the # of a link. */
export function linkOf(changes: Changes): string {
  return new URLSearchParams(
    Object.entries(changes).map(([path, value]) => [path, String(value)] as [string, string]),
  ).toString();
}

/** What of a link a page cannot use. */
interface Refused {
  /** As it stands in the link. */
  readonly said: string;
  /** The number that it is about; undefined: none of the page. */
  readonly control: Control | undefined;
  /** Whether the link names it more than once, so that nobody can tell which is meant. */
  readonly isRepeated: boolean;
}

/** What a link asks for. */
export interface Linked {
  readonly changes: Changes;
  /** What the page has no number for, or what the command line would not take. */
  readonly refused: readonly Refused[];
  /** The sum of the shares of the composition where they do not make one: none of them is used. */
  readonly sum: number | undefined;
}

/** The setting in a link, by the rules of the command line. */
export function settingOf(link: string, controls: readonly Control[]): Linked {
  const refused: Refused[] = [];
  // Without an equals sign it is the name of a place in the report.
  const named = new URLSearchParams(link.includes('=') ? link.replace(/^#/, '') : '');
  const entries = [...named].flatMap(([path, text]) => {
    const isRepeated = named.getAll(path).length > 1;
    const control = controls.find((each) => each.path === path);
    // As on the command line: a comma may be meant for decimals or for thousands.
    const value = text.includes(',') ? undefined : plainNumber(text);
    if (!isRepeated && control !== undefined && value !== undefined && fits(control, value))
      return [[path, value] as const];
    refused.push({ said: `${path}=${text}`, control, isRepeated });
    return [];
  });
  const changes = withoutReported(Object.fromEntries(entries), controls);
  const shares = controls.filter(({ group }) => group === 'composition');
  const sum = shares.reduce((total, { path, value }) => total + (changes[path] ?? value), 0);
  const isSet = shares.some(({ path }) => Object.hasOwn(changes, path));
  if (!isSet || makesOne(sum)) return { changes, refused, sum: undefined };
  const others = Object.entries(changes).filter(([path]) => !shares.some((share) => share.path === path));
  return { changes: Object.fromEntries(others), refused, sum };
}

/** A setting as a file for `--from`. JSON texts are YAML too. */
export function fileOf({ task, command, run }: PageData, changes: Changes, replications: number): string {
  const own = Object.entries(changes).map(([name, number]) => {
    const { path, value } = asSetting(task.tree, name, number);
    return `${path}=${JSON.stringify(value)}`;
  });
  const set = [...command.settings, ...own];
  return [
    `# doorstroom run ${command.scenario} --from setting.yaml`,
    `scenario: ${JSON.stringify(run.municipality)}`,
    `seed: ${JSON.stringify(command.seed)}`,
    `draws: ${task.draws}`,
    `replications: ${replications}`,
    set.length === 0 ? 'set: []' : 'set:',
    ...set.map((setting) => `  - ${JSON.stringify(setting)}`),
    '',
  ].join('\n');
}
