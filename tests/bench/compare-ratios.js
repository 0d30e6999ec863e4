/**
 * `node tests/bench/compare-ratios.js BEFORE AFTER`: holds what two runs of `npm run bench -- --json FILE` measured against each other, as
 * ratios to plain C. Warns where a ratio is more than 1.3 times what it was, which is more than the same command varies on a busy
 * machine. Always ends with status 0: a measurement on a shared machine is no proof.
 */

import { readFileSync } from 'node:fs';

/** How many times slower, against plain C, is worth a warning. */
const WORTH_A_WARNING = 1.3;

const [before, after] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const keyOf = ({ what, persons }) => `${what}, ${persons.toLocaleString('en-GB')} persons`;
const earlier = new Map(before.fiveStates.map((each) => [keyOf(each), each.timesC]));

let compared = 0;
for (const each of after.fiveStates) {
  const was = earlier.get(keyOf(each));
  if (was === undefined || each.timesC === undefined || each.what === 'plain C') continue;
  compared++;
  const times = each.timesC / was;
  const line = `${keyOf(each)}: ${each.timesC.toFixed(2)} times plain C, ${was.toFixed(2)} before`;
  console.log(times > WORTH_A_WARNING ? `WARNING: ${line}: ${times.toFixed(2)} times as slow` : line);
}
if (compared === 0) console.log('nothing to compare: no C compiler, or other sizes');
