import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listParameters } from '../../src/domain/parameters/draw.js';
import { isAnnotated, type Quantity } from '../../src/domain/parameters/quantity.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { inherit } from '../../src/scenario/inherit/inheritance.js';
import { nodeOf } from '../../src/scenario/inherit/layers.js';
import { resolveTies } from '../../src/scenario/inherit/ties.js';
import { packageLibrary } from '../../src/scenario/library.js';
import { readingOnce } from '../../src/scenario/yaml/yaml-file.js';
import { whyNot } from './holds.js';
import { placesOf, sentences, sourceTable, verdicts } from './source-table.js';

const all = sentences();
const library = packageLibrary();
const reader = readingOnce();
interface Loaded {
  readonly tree: ScenarioTree;
  readonly numbers: ReadonlyMap<string, Quantity>;
}
const loaded = new Map<string, Loaded>();

/** A scenario with all that it extends and its ties followed, which is what the checks need of it; the rest of loading takes longer. */
function load(name: string): Loaded {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const { inherited } = inherit(join(library.scenarios, `${name}.yaml`), library, reader);
  const tied = resolveTies(inherited!);
  const tree = tied.attach(tied.tree) as ScenarioTree;
  const numbers = new Map(listParameters(tree).map(({ path, quantity }) => [path, quantity]));
  loaded.set(name, { tree, numbers });
  return { tree, numbers };
}

/** The scenario of a section of the source. */
function scenarioOf(section: string): string {
  const plans: Readonly<Record<string, string>> = {
    Sweden: 'plans/sweden',
    'Bridging year': 'plans/bridging-year',
  };
  return /^3\.\d (.*)/.exec(section)?.[1]?.toLowerCase() ?? plans[section] ?? 'national';
}

/** What a path of a check stands for; `activities` and `course` are those of the approach called parallel. */
function valueIn(scenario: string, path: string): number | string {
  const [, name = scenario, short] = /^(?:(.*):)?(.*)/.exec(path)!;
  const at = short!.replace(/^(?=(activities|course)\.)/, 'approaches.parallel.');
  const { tree, numbers } = load(name);
  const [, number, end] = /^(.*)\.(.*)/.exec(at)!;
  const around = numbers.get(number!);
  const found = numbers.get(at) ?? (isAnnotated(around) ? around[end as 'low'] : nodeOf(tree, at.split('.')));
  const value = isAnnotated(found) ? found.value : found;
  if (value === undefined || typeof value === 'object') throw new Error(`${name}: no value at ${at}`);
  return typeof value === 'number' ? value : String(value);
}

describe('the scenarios held against their source', () => {
  it('stands in scenarios/source.md with the lines of today', () => {
    expect(readFileSync('scenarios/source.md', 'utf8')).toBe(sourceTable());
  });

  it('gives every sentence a verdict, a place where it is modelled, and a reason where it is not as told', () => {
    for (const sentence of all) {
      expect(Object.keys(verdicts), sentence.says).toContain(sentence.verdict);
      if (sentence.verdict !== 'right') expect(sentence.why, sentence.says).not.toBe('');
      if (sentence.verdict !== 'left out') expect(sentence.where, sentence.says).not.toBe('');
    }
  });

  it('keeps every number to what the source has', () => {
    const failed = all.flatMap(({ section, says, holds }) => {
      if (holds === '' || holds.startsWith('none: ')) return [];
      const whys = holds.split('; ').map((check) => whyNot(check, (at) => valueIn(scenarioOf(section), at)));
      return whys.filter((why) => why !== undefined).map((why) => `${section}, ${says}: ${why}`);
    });
    expect(failed).toEqual([]);
  });

  it('has a check for every figure that is modelled, or says why no number can hold it', () => {
    const modelled = all.filter(({ figure, verdict }) => figure !== '' && verdict !== 'left out');
    expect(modelled.filter(({ holds }) => holds === '').map(({ says }) => says)).toEqual([]);
  });

  it('names the section of the source where a figure or an aim is used', () => {
    const municipal = all.filter(({ section }) => /^3\.[1-8] /.test(section));
    for (const sentence of municipal.filter(({ kind }) => kind === 'figure' || kind === 'aim')) {
      if (sentence.verdict === 'left out') continue;
      const [number] = sentence.section.split(' ');
      const texts = placesOf(sentence).map(({ text }) => text);
      expect(texts.join(), sentence.says).toMatch(
        new RegExp(`sections?[^"]*\\b${number!.replace('.', '\\.')}\\b`),
      );
    }
  });

  it.each(['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8'])(
    'has the aims and the figures of section %s',
    (number) => {
      const own = all.filter(({ section }) => section.startsWith(`${number} `));
      expect(own.some(({ kind }) => kind === 'aim')).toBe(true);
      expect(own.some(({ kind }) => kind === 'figure')).toBe(true);
    },
  );
});
