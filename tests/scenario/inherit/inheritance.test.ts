import { symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inherit } from '../../../src/scenario/inherit/inheritance.js';
import { locateIn, mergeTrees, nodeOf, settingsAt } from '../../../src/scenario/inherit/layers.js';
import { folderWith } from '../temporary-folder.js';

/** A user's folder and a library side by side. */
function world(files: Record<string, string>) {
  const root = folderWith({ 'lib/scenarios/.keep': '', 'lib/data/.keep': '', 'user/.keep': '', ...files });
  const library = { scenarios: join(root, 'lib/scenarios'), data: join(root, 'lib/data') };
  return {
    root,
    library,
    inherit: (path: string) => {
      const { inherited, diagnostics } = inherit(join(root, path), library);
      const problems = diagnostics.map(
        (each) =>
          `${relative(root, each.file)}:${each.line}:${each.column}: ${each.message.replaceAll(`${root}/`, '')}`,
      );
      return {
        inherited,
        problems,
        tree: inherited?.tree,
        layers: inherited?.layers.map(({ path: at }) => basename(at, '.yaml')),
      };
    },
  };
}

describe('mergeTrees', () => {
  it.each<[string, unknown, unknown, unknown]>([
    ['sections name by name', { a: { b: 1, c: 2 }, d: 3 }, { a: { c: 4 } }, { a: { b: 1, c: 4 }, d: 3 }],
    ['lists whole', { a: [1, 2, 3] }, { a: [4] }, { a: [4] }],
    ['numbers whole', { a: { value: 1, low: 0, high: 2 } }, { a: { value: 5 } }, { a: { value: 5 } }],
    ['a plain number over an annotated one', { a: { value: 1, low: 0 } }, { a: 5 }, { a: 5 }],
    ['half a number over a whole one', { a: { value: 1, low: 0 } }, { a: { low: 3 } }, { a: { low: 3 } }],
    ['a section over a text', { a: 'x' }, { a: { b: 1, c: null } }, { a: { b: 1 } }],
    ['null takes away', { a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    ['null where there is nothing', {}, { a: null, b: { c: null } }, { b: {} }],
    [
      'conditions whole',
      { course: { opens: { housing: 'housed' }, wait: 1 }, start: { when: { a: 'b' } } },
      { course: { opens: { any: [] } }, start: { when: { c: 'd' } } },
      { course: { opens: { any: [] }, wait: 1 }, start: { when: { c: 'd' } } },
    ],
  ])('%s', (_, below, above, merged) => {
    expect(mergeTrees(below, above)).toEqual(merged);
  });

  it('says of every leaf of the whole who set it', () => {
    const leaf = fc.oneof(
      fc.integer(),
      fc.constant(null),
      fc.constant([1]),
      fc.record({ value: fc.integer() }),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(
        fc.constantFrom('a', 'b', 'when'),
        fc.oneof({ depthSize: 'small' }, leaf, tie('tree')),
        { maxKeys: 3 },
      ),
    }));
    const leaves = (node: unknown, path: string[] = []): string[][] =>
      typeof node === 'object' && node !== null && !Array.isArray(node) && !('value' in node)
        ? Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key]))
        : [path];
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (trees) => {
        const layers = trees.map((each, i) => ({
          tree: each,
          locate: () => ({ file: `${i}`, line: 1, column: 1 }),
        }));
        const whole = layers.reduceRight<unknown>((below, layer) => mergeTrees(below, layer.tree), {});
        for (const path of leaves(whole)) {
          const value = nodeOf(whole, path);
          const held = settingsAt(layers, path)[0];
          if (path.includes('when') || value === undefined) continue;
          expect(held?.value).toEqual(value);
          expect(locateIn(layers, path)).toEqual(held?.place);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a scenario builds on', () => {
  it('is a file beside it, else one of the library, later ones over earlier ones', () => {
    const { inherited, layers, tree, problems } = world({
      'user/mine.yaml': 'extends: [base, near]\nname: mine\n',
      'user/near.yaml': 'name: near\na: near\n',
      'lib/scenarios/near.yaml': 'a: far\n',
      'lib/data/base.yaml': 'name: base\na: base\nb: { value: 1, low: 0, high: 2 }\n',
    }).inherit('user/mine.yaml');
    expect(problems).toEqual([]);
    expect(layers).toEqual(['mine', 'near', 'base']);
    expect(tree).toMatchObject({ name: 'mine', a: 'near', b: { value: 1, low: 0, high: 2 } });
    const name = inherited!
      .settings(['name'])
      .map(({ place, value }) => [basename(place.file), place.line, place.column, value]);
    expect(name).toEqual([
      ['mine.yaml', 2, 7, 'mine'],
      ['near.yaml', 1, 7, 'near'],
      ['base.yaml', 1, 7, 'base'],
    ]);
    expect(inherited!.locate(['b', 'low'])).toMatchObject({ line: 3, column: 21 });
    expect(basename(inherited!.locate(['b', 'low']).file)).toBe('base.yaml');
    expect(inherited!.settings(['nothing'])).toEqual([]);
    expect(inherited!.layers[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('may bear its own name in the library', () => {
    const { layers } = world({
      'user/leiden.yaml': 'extends: leiden\n',
      'lib/scenarios/leiden.yaml': 'name: Leiden\n',
    }).inherit('user/leiden.yaml');
    expect(layers).toEqual(['leiden', 'leiden']);
  });

  it('is read once, below all that build on it', () => {
    const { layers, tree } = world({
      'user/top.yaml': 'extends: [left, right]\n',
      'user/left.yaml': 'extends: base\na: left\n',
      'user/right.yaml': 'extends: base\nb: right\n',
      'user/base.yaml': 'a: base\nb: base\n',
    }).inherit('user/top.yaml');
    expect(layers).toEqual(['top', 'right', 'left', 'base']);
    expect(tree).toMatchObject({ a: 'left', b: 'right' });
  });

  it('may be a path below the folder of the scenario, and back up from there', () => {
    const { layers, problems } = world({
      'user/mine.yaml': 'extends: shared/base.yaml\n',
      'user/shared/base.yaml': 'extends: ../other.yaml\n',
      'user/other.yaml': 'name: x\n',
    }).inherit('user/mine.yaml');
    expect(problems).toEqual([]);
    expect(layers).toEqual(['mine', 'base', 'other']);
  });

  it('may be, from a library file, anything of the library', () => {
    const { layers, problems } = world({
      'user/mine.yaml': 'extends: national\n',
      'lib/scenarios/national.yaml': 'extends: ../data/numbers.yaml\n',
      'lib/data/numbers.yaml': 'a: 1\n',
    }).inherit('user/mine.yaml');
    expect(problems).toEqual([]);
    expect(layers).toEqual(['mine', 'national', 'numbers']);
  });

  it('has the regime under everything', () => {
    const { layers, tree } = world({
      'user/mine.yaml': 'extends: base\n',
      'user/base.yaml': 'regime: old\na: base\n',
      'lib/data/regimes/old.yaml': 'a: regime\nb: regime\n',
    }).inherit('user/mine.yaml');
    expect(layers).toEqual(['mine', 'base', 'old']);
    expect(tree).toMatchObject({ a: 'base', b: 'regime' });
  });

  it('is shown as the place of what it takes away', () => {
    const { inherited } = world({
      'user/mine.yaml': 'extends: base\na:\n',
      'user/base.yaml': 'a: { b: 1 }\nc: { d: 2 }\n',
    }).inherit('user/mine.yaml');
    expect(inherited!.tree).not.toHaveProperty('a');
    expect(inherited!.settings(['a'])[0]?.value).toBe(null);
    expect(inherited!.locate(['a'])).toMatchObject({ line: 2, column: 1 });
    expect(inherited!.locate(['c', 'missing'])).toMatchObject({ line: 2, column: 4 });
    expect(inherited!.locate(['missing'])).toMatchObject({ line: 1, column: 1 });
  });
});

describe('what is refused', () => {
  it('circles, in full', () => {
    const files = {
      'user/a.yaml': 'extends: b\n',
      'user/b.yaml': 'extends: c\n',
      'user/c.yaml': 'extends: b\n',
      'user/self.yaml': 'extends: ./self.yaml\n',
    };
    expect(world(files).inherit('user/a.yaml').problems).toEqual([
      'user/c.yaml:1:10: extends: b -> c -> b is a circle; expected a chain that ends',
    ]);
    expect(world(files).inherit('user/self.yaml').problems).toEqual([
      'user/self.yaml:1:10: extends: self -> self is a circle; expected a chain that ends',
    ]);
  });

  it('chains that are too long', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`user/f${i}.yaml`, `extends: f${i + 1}\n`]),
    );
    expect(world(files).inherit('user/f0.yaml').problems).toEqual([
      'user/f16.yaml:1:10: extends: expected at most 16 files deep',
    ]);
  });

  it('paths that lead out, also by a symbolic link', () => {
    const { root, inherit: read } = world({
      'secret.yaml': 'a: 1\n',
      'user/up.yaml':
        'extends: [../secret.yaml, /etc/x.yaml, "C:\\\\x.yaml", link.yaml, link, folder/secret.yaml]\n',
      'user/library.yaml': 'extends: evil\n',
      'lib/scenarios/evil.yaml': 'extends: ../../secret.yaml\n',
    });
    symlinkSync(join(root, 'secret.yaml'), join(root, 'user/link.yaml'));
    symlinkSync(root, join(root, 'user/folder'));
    const out = (name: string) =>
      `"${name}" leads out of the folder of the scenario; expected a file inside it`;
    const absolute = (name: string) => `"${name}" is an absolute path; expected one relative to this file`;
    expect(read('user/up.yaml').problems.map((each) => each.replace(/^.*extends: /, ''))).toEqual([
      out('../secret.yaml'),
      absolute('/etc/x.yaml'),
      absolute('C:\\x.yaml'),
      out('link.yaml'),
      out('link'),
      out('folder/secret.yaml'),
    ]);
    expect(read('user/library.yaml').problems).toEqual([
      `lib/scenarios/evil.yaml:1:10: extends: ${out('../../secret.yaml')}`,
    ]);
  });

  it('names and paths that are not there, with the nearest', () => {
    const { problems, layers } = world({
      'user/mine.yaml': 'extends: [natonal, ./bsae.yaml, sub/x.yaml]\nregime: wi2031\n',
      'user/base.yaml': 'a: 1\n',
      'lib/scenarios/national.yaml': 'a: 1\n',
      'lib/data/regimes/wi2013.yaml': 'a: 1\n',
    }).inherit('user/mine.yaml');
    expect(layers).toEqual(['mine']);
    expect(problems).toEqual([
      'user/mine.yaml:1:11: extends: no scenario "natonal" beside this file or in the library; did you mean "national"?',
      expect.stringMatching(
        /^user\/mine\.yaml:1:20: extends: no file "\.\/bsae\.yaml" in .*user; did you mean "base\.yaml"\?$/,
      ),
      expect.stringMatching(/^user\/mine\.yaml:1:33: extends: no file "sub\/x\.yaml" in .*user$/),
      'user/mine.yaml:2:9: regime: no regime "wi2031"; did you mean "wi2013"?',
    ]);
  });

  it('what is no name, also in a file built upon', () => {
    const { problems, layers } = world({
      'user/mine.yaml': 'extends: [3, base]\n',
      'user/base.yaml': 'extends: [5, { a: 1 }, ""]\n',
    }).inherit('user/mine.yaml');
    expect(layers).toEqual(['mine', 'base']);
    // The entry of the named file is left to the schema.
    expect(problems).toEqual(
      [11, 14, 24].map(
        (column) => `user/base.yaml:1:${column}: extends: expected the name of a scenario or a list of names`,
      ),
    );
  });

  it('files that cannot be read, each by itself', () => {
    const { problems, layers } = world({
      'user/mine.yaml': 'extends: [bad, worse, good]\n',
      'user/bad.yaml': 'a: @\n',
      'user/worse.yaml': '',
      'user/good.yaml': 'a: 1\n',
    }).inherit('user/mine.yaml');
    expect(layers).toEqual(['mine', 'good']);
    expect(problems).toEqual([
      'user/bad.yaml:1:4: a text cannot start with @; put it between quotes',
      'user/worse.yaml:1:1: the file is empty; expected names with values',
    ]);
    expect(world({}).inherit('user/absent.yaml')).toMatchObject({ inherited: undefined });
  });
});
