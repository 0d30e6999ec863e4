// Run by the build: keeps the code of the brief commands as V8 has compiled it. What these commands run here is kept compiled, too.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { loadKept } = createRequire(import.meta.url)('../bin/kept.js');
const { program, script, kept } = loadKept();
const folder = mkdtempSync(join(tmpdir(), 'doorstroom-build-'));
const commandLines = [
  ['list'],
  ['schema'],
  ['init', 'Mijnstad', '--file', join(folder, 'mijnstad.yaml')],
  ['validate', 'leiden'],
  ['explain', 'leiden'],
  ['explain', 'leiden', 'income.work'],
  ['trace', 'leiden'],
];
try {
  for (const commandLine of commandLines) {
    const status = await program.main([process.execPath, 'doorstroom', ...commandLine]);
    if (status !== 0) throw new Error(`doorstroom ${commandLine.join(' ')} ended with ${status}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
writeFileSync(kept, script.createCachedData());
