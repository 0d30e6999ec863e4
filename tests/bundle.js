// Run by the build: puts what tsc has compiled of the program into few files, dist/program. Node.js takes longer to find some 250
// modules than most commands take for their work. The other files in dist/ are for programs that import this package.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

/** Packages that nearly every command loads. The others stay outside: they are large, or find files of their own. */
const within = ['chalk', 'commander', 'csv-parse', 'csv-stringify', 'fastest-levenshtein', 'yaml', 'zod'];

const packageOf = (id) => /^(?:@[^/]+\/)?[^/]+/.exec(id)[0];
/** Whether an import names a file, or an alias within its own package. */
const isPlace = (id) => /^(?:[./#]|[A-Za-z]:)/.test(id);

/** Their licences, which ask to stay with their code. */
const licences = {
  name: 'licences',
  generateBundle() {
    const texts = within.map((name) => {
      const folder = join('node_modules', name);
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') });
  },
};

await build({
  input: {
    main: 'dist/cli/main.js',
    'standard-output': 'dist/cli/standard-output.js',
    worker: 'dist/simulation/worker.js',
  },
  platform: 'node',
  external: (id) => !isPlace(id) && !within.includes(packageOf(id)),
  plugins: [licences],
  output: { dir: 'dist/program', cleanDir: true, chunkFileNames: '[name].js' },
});
