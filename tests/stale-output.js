// Run by the build: removes from dist/ what earlier builds made of modules that are no longer in src/.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const made = /\.(?:js|d\.ts)(?:\.map)?$/;
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (made.test(file) && !existsSync(join('src', file.replace(made, '.ts')))) rmSync(join('dist', file));
}
