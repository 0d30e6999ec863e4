// Run by the build: the program of a page, in one file without imports. A module of Node.js in it fails the build.
import { build } from 'esbuild';

/**
 * A page reads no scenario files, so it checks nothing by a schema: in the place of zod, which is a third of the program, stands what
 * lets schemas be written down. What would read one or parse with it fails, in a page as in its tests.
 */
const withoutSchemas = {
  name: 'without-schemas',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zod$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({
      contents: `
        const READS = ['parse', 'safeParse', 'shape', 'options', 'def', '_zod', 'toJSONSchema', Symbol.iterator, Symbol.toPrimitive];
        export const z = new Proxy(() => {}, {
          get(_, name) {
            if (READS.includes(name)) throw new Error('a page has no schemas');
            return z;
          },
          apply: () => z,
        });`,
    }));
  },
};

/** Of the words of reports a page needs those of its language, and fails where it asks for others. */
const withWordsOf = (language) => ({
  name: 'words-of-a-language',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/(?:en|nl)\/all\.js$/ }, ({ path }) =>
      path === `./${language}/all.js` ? undefined : { path, namespace: 'no-words' },
    );
    onLoad({ filter: /.*/, namespace: 'no-words' }, () => ({ contents: 'export const [en, nl] = [];' }));
  },
});

const programOf = (language) => ({
  entryPoints: ['src/output/page/browser/main.ts'],
  outfile: `dist/output/page/program.${language}.js`,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  // As `tooOld` in the words says. In the oldest of them: vectors in WebAssembly, `toReversed`, and `:has` in the style of the report.
  target: ['chrome110', 'firefox121', 'safari16.4'],
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [withoutSchemas, withWordsOf(language)],
});

await Promise.all(['en', 'nl'].map((language) => build(programOf(language))));
