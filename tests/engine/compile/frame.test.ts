import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledModel, compileModel } from '../../../src/engine/compile/compile.js';
import { differInNumbersAlone } from '../../../src/engine/compile/frame.js';
import type { Model } from '../../../src/engine/model/model.js';
import { layOut } from '../../../src/engine/wasm/image.js';
import { loadFixture } from '../../golden/golden.js';
import { anyModel } from '../any-model.js';

/** The same data with other numbers. */
function renumber(node: unknown, change: (value: number) => number): unknown {
  if (typeof node === 'number') return change(node);
  if (Array.isArray(node)) return node.map((item) => renumber(item, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renumber(value, change)]));
}

/** All that a kernel reads of a model, compiled after others. */
function contents(model: Model, known: readonly CompiledModel[] = []) {
  const compiled = compileModel(model, known);
  const { frame: _, ...rest } = compiled;
  const { bytes, distributions } = layOut(compiled);
  // As one text: thousands of bytes are slow to compare one by one.
  return { rest, distributions, bytes: Buffer.from(bytes).toString('base64') };
}

describe('the frame of a model', () => {
  it('serves models that differ from it in numbers alone, as if they were compiled afresh', () => {
    fc.assert(
      fc.property(anyModel, fc.array(fc.constantFrom(0, 1, 0.5, 3), { minLength: 1 }), (model, factors) => {
        let i = 0;
        const other = renumber(model, (value) => value * factors[i++ % factors.length]!) as Model;
        expect(differInNumbersAlone(model, other)).toBe(true);
        const known = compileModel(model);
        expect(compileModel(other, [known]).frame).toBe(known.frame);
        expect(contents(other, [known])).toEqual(contents(other));
        // A frame that other numbers have used is still good for the first.
        expect(contents(model, [known])).toEqual(contents(model));
      }),
    );
  });

  it('does not serve models that differ in anything else', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (model, other) => {
        expect(contents(other, [compileModel(model)])).toEqual(contents(other));
      }),
    );
  });

  const { model } = loadFixture('two-tracks');
  const [first, ...rest] = model.transitions;
  const changed: [string, Model][] = [
    ['a name', { ...model, transitions: [{ ...first!, name: 'renamed' }, ...rest] }],
    ['a guard', { ...model, transitions: [{ ...first!, when: { all: [] } }, ...rest] }],
    ['an effect', { ...model, transitions: [{ ...first!, effects: [] }, ...rest, { ...first!, name: 'x' }] }],
    ['the order of transitions', { ...model, transitions: [...rest, first!] }],
    ['a state', { ...model, tracks: model.tracks.map((t) => ({ ...t, states: [...t.states, 'new'] })) }],
    ['a reward', { ...model, rewards: [...model.rewards, ...model.rewards] }],
  ];

  it.each(changed)('differs with %s', (_, other) => {
    const known = compileModel(model);
    expect(compileModel(other, [known]).frame).not.toBe(known.frame);
    expect(contents(other, [compileModel(model)])).toEqual(contents(other));
  });

  it('tells keys and kinds of values apart', () => {
    expect(differInNumbersAlone({ a: 1 }, { a: 2 })).toBe(true);
    expect(differInNumbersAlone({ a: undefined }, { b: 1 })).toBe(false);
    expect(differInNumbersAlone({ a: undefined }, { a: 1 })).toBe(false);
    expect(differInNumbersAlone([1, 2], [1])).toBe(false);
    expect(differInNumbersAlone([], {})).toBe(false);
    expect(differInNumbersAlone(null, {})).toBe(false);
    expect(differInNumbersAlone('a', 'b')).toBe(false);
  });
});
