// Run by the build: the program of a page, in one file without imports. A module of Node.js in it fails the build.
import { build } from 'esbuild';

/** The error messages of zod in all languages are of no use in a page, which reads no scenario files. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[/]locales[/]index[.]js$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

await build({
  entryPoints: ['src/output/page/browser/main.ts'],
  outfile: 'dist/output/page/program.js',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [withoutLocales],
});
