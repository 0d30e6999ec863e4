// Reads the report of the mutants and fails where too many faults of a folder are found by no test.

import { readFileSync } from 'node:fs';

/** Share of the mutants that tests must find, by folder. */
const floors = { 'src/domain/': 0.85, 'src/analysis/': 0.75, 'src/simulation/': 0.75 };

const { files } = JSON.parse(readFileSync('coverage/mutants/report.json', 'utf8'));

let isBelow = false;
for (const [folder, floor] of Object.entries(floors)) {
  const mutants = Object.entries(files)
    .filter(([name]) => name.startsWith(folder))
    .flatMap(([, file]) => file.mutants);
  const found = mutants.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length;
  const missed = mutants.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status)).length;
  if (found + missed === 0) continue;
  const share = found / (found + missed);
  isBelow ||= share < floor;
  console.log(
    `${folder} ${found} of ${found + missed} found (${(100 * share).toFixed(1)} %; at least ${100 * floor} %)`,
  );
}
if (isBelow) process.exitCode = 1;
