// Run by the build: puts what tsc has compiled of the program into few files, dist/program. Node.js takes longer to find some 250
// modules than most commands take for their work. The other files in dist/ are for programs that import this package.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const outdir = 'dist/program';

/** Packages that nearly every command loads. The others stay outside: they are large, or find files of their own. */
const within = ['chalk', 'commander', 'csv-parse', 'csv-stringify', 'fastest-levenshtein', 'yaml', 'zod'];

const packageOf = (path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)[0];
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve }) {
    // A name, rather than a file or an alias within a package.
    onResolve({ filter: /^[@a-z]/i }, ({ path, kind }) =>
      kind === 'entry-point' || within.includes(packageOf(path)) ? undefined : { path, external: true },
    );
  },
};

/** The error messages of zod in all languages: what a file does wrong is said in words of our own. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[/]locales[/]index[.]js$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

/**
 * commander begins with a module of Node.js that it needs for commands that are programs of their own, of which there are none here. To
 * read it takes longer than to read commander.
 */
const withoutPrograms = {
  name: 'without-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[/\\]commander[/\\]/.test(importer) ? { path, namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/** What all bundles have in common. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Half of what is to be read and compiled at every start. Names stay, so that an error tells where it came from.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
};

rmSync(outdir, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: {
    main: 'dist/cli/main.js',
    'standard-output': 'dist/cli/standard-output.js',
    worker: 'dist/simulation/worker.js',
  },
  outdir,
  splitting: true,
  format: 'esm',
  plugins: [withoutLocales, withoutPrograms, leaveOut],
  // Some packages are CommonJS, and require modules of Node.js.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

const brief = JSON.parse(readFileSync('bin/brief.json', 'utf8'));
const isOfOther = (file) => {
  const command = /[/\\]commands[/\\]([^/\\]+)[.]js$/.exec(file)?.[1];
  return command !== undefined && !brief.includes(command);
};
/** What only other commands load, which the brief ones never ask for. */
const briefOnly = {
  name: 'brief-only',
  setup({ onResolve }) {
    onResolve({ filter: /^[.]/ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && isOfOther(importer) ? { path, external: true } : undefined,
    );
  },
};
const briefFile = join(outdir, 'brief.cjs');
await build({
  ...common,
  stdin: {
    contents: "export * from './cli/main.js'; export * from './cli/standard-output.js';",
    resolveDir: 'dist',
  },
  outfile: briefFile,
  format: 'cjs',
  // A script, which V8 can keep compiled, cannot import, and cannot ask where it is.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'moduleUrl' },
  plugins: [withoutLocales, withoutPrograms, briefOnly, leaveOut],
});
// Read as ASCII, which is quicker, at every start; the bundler leaves other signs in regular expressions.
const escaped = readFileSync(briefFile, 'utf8').replaceAll(
  /[\u0080-\uffff]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
writeFileSync(briefFile, `(function (exports, require, module, moduleUrl) {${escaped}\n})`);
execFileSync(process.execPath, ['tests/keep-compiled.js'], { stdio: ['ignore', 'ignore', 'inherit'] });

/** The licences of those packages, which ask to stay with their code. */
const licences = within.map((name) => {
  const folder = join('node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});
writeFileSync(join(outdir, 'licences.txt'), licences.join('\n\n'));
