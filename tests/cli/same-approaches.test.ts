/** Analyses of two approaches that are one and the same: each says so in a sentence, in both languages. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { few, fixOthers, reportOn } from './price.js';
import { runHere } from './program-here.js';

const NUMBER = 'effects.work_men';
const WAIT = 'approaches.sequential.course.mean_wait';
const folder = folderWith({
  'open.yaml': `name: Same
extends: national
cohort: { size: 10 }
approaches:
  parallel:
    label: Twin
    course: { opens: { housing: housed }, mean_wait: { same_as: ${WAIT} } }
    search: { opens: { inburgering: [passed, exempt, overdue] } }
`,
});
const scenario = join(folder, 'same.yaml');
fixOthers(scenario, 'open.yaml', 'Same', [NUMBER, WAIT]);
const designs = ['--base-points', '0', '--trajectories', '0'];

it.each([
  [
    'sensitivity',
    designs,
    'sensitivity-same',
    'In every draw “Twin” comes to exactly what “Sequential” does: the two are the same in this, so that nothing can turn the answer.',
    'In elke trekking komt ‘Twin’ precies uit waar ‘Opeenvolgend’ uitkomt:',
  ],
  [
    'threshold',
    [WAIT],
    `threshold-same-${WAIT}`,
    '“Twin” comes to exactly what “Sequential” does in every draw: “Sequential, statutory course: wait before it begins” cannot turn the answer.',
    'komt ‘Twin’ in elke trekking precies uit waar ‘Opeenvolgend’ uitkomt:',
  ],
  [
    'threshold',
    [WAIT, '--against', NUMBER],
    `threshold-same-${WAIT}-against-${NUMBER}`,
    '“Twin” comes to exactly what “Sequential” does: these two numbers cannot turn the answer.',
    'komt ‘Twin’ precies uit waar ‘Opeenvolgend’ uitkomt: deze twee getallen',
  ],
  [
    'pilot',
    ['--persons', '20', '--months', '12'],
    'pilot-same',
    '“Twin” comes to exactly what “Sequential” does in every draw: there is nothing that a pilot could tell, and none is worth its costs.',
    '‘Twin’ komt in elke trekking precies uit waar ‘Opeenvolgend’ uitkomt:',
  ],
])('%s %j says that the two are the same', async (command, args, name, english, dutch) => {
  const out = join(folder, name);
  const { status, stdout } = await runHere(
    ...([command, scenario, ...args, ...few, '--out', out] as [string, ...string[]]),
  );
  expect(status).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(english);
  expect(stdout).not.toMatch(/No pilot of|never turns|does not cross|hangs on/);
  const results = join(out, name);
  expect(await reportOn(results, 'en')).toContain(english);
  expect(await reportOn(results, 'nl')).toContain(dutch);
});
