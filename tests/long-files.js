// No file of src/ or tests/ is longer than it may be: what needs more has two things in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 300;
/** Files that may be longer, and how long. */
const exceptions = {
  'tests/domain/regimes/seam.test.ts': 320,
};

const files = ['src', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|cjs)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);
const tooLong = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
  const most = exceptions[file] ?? MOST_LINES;
  return lines > most ? [`${file}: ${lines} lines; expected at most ${most}`] : [];
});
const gone = Object.keys(exceptions).filter((file) => !files.includes(file));
for (const line of [...tooLong, ...gone.map((file) => `${file}: an exception, but there is no such file`)])
  console.error(line);
if (tooLong.length + gone.length > 0) process.exit(1);
console.log(`no file of ${files.length} is too long`);
