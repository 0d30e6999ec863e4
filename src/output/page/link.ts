/** A setting as a link and as a file that the command line repeats. */

import { asSetting, type Changes } from './change.js';
import type { Control, PageData } from './page-data.js';

/** A setting behind the # of a link. */
export function linkOf(changes: Changes): string {
  return new URLSearchParams(
    Object.entries(changes).map(([path, value]) => [path, String(value)] as [string, string]),
  ).toString();
}

/** The setting in a link; what is no number of the page is left out. */
export function settingOf(link: string, controls: readonly Control[]): Changes {
  const entries = [...new URLSearchParams(link.replace(/^#/, ''))].flatMap(([path, text]) => {
    const control = controls.find((each) => each.path === path);
    const value = Number(text);
    const fits = control !== undefined && text !== '' && value >= control.least && value <= control.most;
    return fits ? [[path, value] as const] : [];
  });
  return Object.fromEntries(entries);
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
