// No file of src/ or tests/ is longer than it may be: what needs more has two things in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 300;

const files = ['src', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|cjs)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);
const tooLong = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
  return lines > MOST_LINES ? [`${file}: ${lines} lines; expected at most ${MOST_LINES}`] : [];
});
for (const line of tooLong) console.error(line);
if (tooLong.length > 0) process.exit(1);
console.log(`no file of ${files.length} is too long`);
