// A layer rule that matched no file would pass for ever: this asserts that the cruiser saw every layer.
import { execFileSync } from 'node:child_process';

const report = JSON.parse(
  execFileSync('npx', ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
);
const seen = new Set(report.modules.map((module) => module.source.split('/').slice(0, 2).join('/')));
const missing = ['analysis', 'cli', 'domain', 'engine', 'machine', 'output', 'scenario', 'simulation'].filter(
  (layer) => !seen.has(`src/${layer}`),
);
if (missing.length > 0) {
  console.error(`layer rule saw no module in: ${missing.join(', ')}`);
  process.exit(1);
}
console.log(`layer rule saw ${report.modules.length} modules`);
