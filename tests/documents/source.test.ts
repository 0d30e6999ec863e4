/** What the source must not say: looked for in its text, since no compiler would tell. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allMeasures } from '../../src/domain/measures/find.js';
import { bijstandComponents, type RewardRole } from '../../src/domain/measures/reward.js';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

/** Lines of code, without comments, of files that fit. */
function linesOf(which: (file: string) => boolean): { at: string; line: string }[] {
  return files.filter(which).flatMap((file) =>
    readFileSync(join('src', file), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        /^\s*(?:\/\*\*|\*|\/\/)/.test(line) ? [] : [{ at: `src/${file}:${i + 1}: ${line.trim()}`, line }],
      ),
  );
}

describe('what computes', () => {
  /** As the layer rule has them in .dependency-cruiser.cjs, and besides what threads run. */
  const isPure = (file: string) =>
    /^(?:engine|domain|analysis|simulation\/(?:results|cohort|sweep|targets|trace|bare-model|points))\/|^simulation\/(?:task|seed)\.ts$/.test(
      file,
    );
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\b\.|\bcrypto\b\.|(?<![-\w])process\.|\bsetTimeout\b|\bsetInterval\b|\bconsole\./;

  it('asks no clock, no chance of its own and no environment', () => {
    const lines = linesOf(isPure);
    expect(lines.length).toBeGreaterThan(10_000);
    expect(lines.filter(({ line }) => impure.test(line)).map(({ at }) => at)).toEqual([]);
  });

  it('would be found to', () => {
    for (const line of [
      'const now = Date.now();',
      'const day = new Date();',
      'const u = Math.random();',
      'const t = performance.now();',
      'crypto.getRandomValues(a)',
      'process.env.TZ',
    ])
      expect([line, impure.test(line)]).toEqual([line, true]);
    for (const line of ['new Date(Date.UTC(2015, 0, 1))', 'const processed = 1', 'Math.round(x)'])
      expect([line, impure.test(line)]).toEqual([line, false]);
  });
});

describe('what users read', () => {
  /** Text of code that tells an empty value as YAML's `~`. */
  const tilde = /['"`#].*(?:\w=|\w: )~(?=\W|$)/;

  it('writes an empty value as null: after --set a shell may take ~ for the home folder', () => {
    // Templates of files have lines that look like comments of code.
    const lines = files.flatMap((file) =>
      readFileSync(join('src', file), 'utf8')
        .split('\n')
        .filter((line) => tilde.test(line))
        .map((line) => `src/${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
    for (const line of [
      "'write --set health=~ to'",
      '# an empty value (name: ~) takes',
      "'with (acts_on: ~)'",
    ])
      expect([line, tilde.test(line)]).toEqual([line, true]);
    expect(tilde.test("'.answer.old > .status ~ :not(progress)'")).toBe(false);
  });
});

describe('one word', () => {
  /** Left out: the kernel has the names of what it mirrors, and both languages say the same sentences under the same names. */
  const isApart = (file: string) => /^(?:engine\/wasm\/assembly|output\/words\/(?:en|nl))\//.test(file);
  /** A name that two may have, with the reason. */
  const twice: Readonly<Record<string, string>> = {
    loadScenario:
      'the public one, by which programs know it, calls the other with the library of the package',
  };
  const declaration =
    /^export (?:declare )?(?:abstract |async )*(?:(interface|type|class|enum|function\*?) (\w+)|(const) (\w+)(?::[^=]*)? =(?: (?:async )?(?:\(|<|\w+ =>))?)/;

  /** What files export, by name: types and functions, and of constants those that share the name of one. */
  function exported(lines: readonly { readonly at: string; readonly line: string }[]): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const named = new Set<string>();
    for (const { at, line } of lines) {
      const [whole, kind, word, constant, value] = declaration.exec(line) ?? [];
      const name = word ?? value;
      if (name === undefined) continue;
      found.set(name, [...(found.get(name) ?? []), at.replace(/:\d+:.*/s, '')]);
      if (kind !== undefined || (constant !== undefined && !whole!.endsWith('='))) named.add(name);
    }
    return new Map([...found].filter(([name]) => named.has(name)));
  }

  const repeated = (all: ReadonlyMap<string, readonly string[]>) =>
    [...all].filter(([name, places]) => places.length > 1 && twice[name] === undefined);

  it('is one thing: of types and functions that files export, no two have one name', () => {
    const all = exported(linesOf((file) => !isApart(file)));
    expect(all.size).toBeGreaterThan(1000);
    expect(repeated(all)).toEqual([]);
    expect(Object.keys(twice).filter((name) => all.get(name)?.length !== 2)).toEqual([]);
  });

  it('would be found to be two', () => {
    const lines = [
      'export interface Place {',
      'export type Place = string;',
      'export function sayNumber(value: number) {',
      'export const sayNumber: Say = (value) => value;',
      'export async function* once() {',
      'export const LIMIT = 3;',
      'interface Own {',
    ].map((line, i) => ({ at: `src/${i}.ts:1: ${line}`, line }));
    const others = lines.map(({ at, line }) => ({ at: at.replace('.ts', '-b.ts'), line }));
    expect(repeated(exported(lines)).map(([name]) => name)).toEqual(['Place', 'sayNumber']);
    expect(repeated(exported([...lines, ...others])).map(([name]) => name)).toEqual([
      'Place',
      'sayNumber',
      'once',
    ]);
  });
});

describe('names of measures', () => {
  it('are asked of the measures', () => {
    // Of one word alone, nobody can say whether a measure is meant.
    const names = allMeasures()
      .map(({ name }) => name)
      .filter((name) => name.includes('_'));
    const isNamed = new RegExp(`(?<![\\w.])(?:${names.join('|')})(?!\\w)`);
    expect(isNamed.test("    'net_balance_discounted',")).toBe(true);
    const found = linesOf(
      (file) => !file.startsWith('domain/measures/') && !file.startsWith('domain/regimes/'),
    );
    expect(found.filter(({ line }) => isNamed.test(line)).map(({ at }) => at)).toEqual([]);
  });
});

describe('lines of bijstand', () => {
  it('are those that the accounts know: another would be one of the programme', () => {
    const role = { kind: 'bijstand', component: bijstandComponents[0] } satisfies RewardRole;
    // @ts-expect-error no line of bijstand has this name
    const other: RewardRole = { ...role, component: 'supplement' };
    expect((bijstandComponents as readonly string[]).includes('supplement')).toBe(false);
    expect(other.kind).toBe('bijstand');
  });
});
