/** Shell completion: the scripts, and the answers to what they ask. */

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { runProgram } from './built-program.js';

const folder = folderWith({
  'leiden.yaml': '',
  'notes.txt': '',
  '.hidden.yaml': '',
  'own/delft.yml': '',
  'own/deeper/far.yaml': '',
  'node_modules/package.yaml': '',
});

/** The words offered for a line after the name of the program; the last one is being typed. */
function offered(...words: string[]): string[] {
  const { status, stdout, stderr } = runProgram(folder, 'complete', '--', ...words);
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^:\d+$/);
  return lines.slice(0, -1).map((line) => line.split('\t')[0]!);
}

describe('the answers', () => {
  it('to an empty word are the commands, as the help lists them', () => {
    const listed = [...runProgram(folder, '--help').stdout.matchAll(/^ {2}([a-z]+)\b/gm)];
    const commands = offered('');
    expect(commands).toEqual(expect.arrayContaining(['run', 'compare', 'explain', 'init', 'completion']));
    expect(commands).toEqual(listed.map(([, name]) => name));
  });

  it.each<[string[], string[]]>([
    [['comp'], ['compare', 'completion']],
    [
      ['model', ''],
      ['run', 'help'],
    ],
    [['run', '--wor'], ['--workers']],
    [
      ['run', 'leiden.yaml', '--csv', ''],
      ['standard', 'nl'],
    ],
    [
      ['explain', 'leiden.yaml', '--label', ''],
      ['published', 'derived', 'unverified', 'assumption', 'same', 'none'],
    ],
    [['completion', 'ba'], ['bash']],
    [
      ['validate', 'l'],
      ['leiden.yaml', 'leiden'],
    ],
    [['run', 'leiden.yaml', 'ow'], ['own/delft.yml']],
    [['explain', 'bri'], ['bridging-year']],
    [['model', 'run', 'ca'], ['cav']],
    [['model', 'run', 'own/deeper/'], ['own/deeper/far.yaml']],
    [['run', 'nowhere/'], []],
  ])('to %j are %j', (words, answers) => {
    expect(offered(...words)).toEqual(answers);
  });
});

describe('the script', () => {
  it.each([
    ['bash', 'complete -F __doorstroom_complete doorstroom'],
    ['zsh', '#compdef doorstroom'],
    ['fish', 'complete -c doorstroom'],
    ['powershell', 'Register-ArgumentCompleter'],
  ])('for %s is printed', (shell, part) => {
    const { status, stdout, stderr } = runProgram(folder, 'completion', shell);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(part);
  });

  it.skipIf(process.platform === 'win32')('makes bash complete a command', () => {
    const program = `${process.execPath} ${resolve('bin/doorstroom.js')}`;
    // Stands in for what the package bash-completion brings, and for what only a line being typed has.
    const script = `doorstroom() { ${program} "$@"; }
_get_comp_words_by_ref() { cur=val; prev=doorstroom; words=(doorstroom val); cword=1; }
compopt() { :; }
source <(doorstroom completion bash)
__doorstroom_complete
echo "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['validate\n', '']);
  });

  it('for an unknown shell is refused', () => {
    const { status, stdout, stderr } = runProgram(folder, 'completion', 'tcsh');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish, powershell');
  });
});
