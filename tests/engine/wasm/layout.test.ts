/**
 * The memory of the WebAssembly kernel: what the kernel knows of it is what records.ts declares. `npm run layout` writes
 * assembly/layout.ts anew.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as declared from '../../../src/engine/wasm/records.js';

const folder = 'src/engine/wasm/assembly';
const { values, ...rest } = declared;
const records = Object.entries(rest) as [string, declared.RecordLayout<Record<string, unknown>>][];

/** Fields of these go by their own names alone: they are everywhere. */
const bare = ['transition', 'list'];

const constantName = (name: string) => name.replaceAll(/[A-Z]/g, '_$&').toUpperCase();
const fieldName = (record: string, field: string) =>
  bare.includes(record) ? constantName(field) : constantName(`${record}_${field}`);

/** The file of constants, as AssemblyScript reads it. */
function layoutText(): string {
  const lines = [
    '/**',
    ' * Where everything stands in memory, in bytes from the beginning of a record, for AssemblyScript. Written by `npm run layout`',
    ' * from records.ts, which says what it means: change it there.',
    ' */',
  ];
  for (const [name, { at, bytes }] of records) {
    lines.push('', `export const ${constantName(name)}_BYTES = ${bytes};`);
    for (const [field, offset] of Object.entries(at))
      lines.push(`export const ${fieldName(name, field)} = ${offset};`);
  }
  lines.push('');
  for (const [name, value] of Object.entries(values)) lines.push(`export const ${name} = ${value};`);
  return `${lines.join('\n')}\n`;
}

/** What is found at a field, by the name of its constant. */
const heldBy = new Map(
  records.flatMap(([record, { fields }]) =>
    Object.entries(fields).map(([field, held]) => [fieldName(record, field), held] as const),
  ),
);

const sources = readdirSync(folder)
  .filter((name) => name !== 'layout.ts')
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n');

/** The arguments of a call whose opening bracket has been read, split at the commas outside inner brackets. */
function argumentsFrom(text: string, start: number): string[] {
  const found = [''];
  let depth = 0;
  for (const character of text.slice(start)) {
    if (character === ')' && depth === 0) break;
    if (character === ',' && depth === 0) {
      found.push('');
      continue;
    }
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    found[found.length - 1] += character;
  }
  return found.map((argument) => argument.trim());
}

/** Every load and store of the kernel: the type it is of, and the constants of its offset. */
const accesses = [...sources.matchAll(/\b(load|store)<(\w+)>\(/g)].map((match) => {
  const offset = argumentsFrom(sources, match.index + match[0].length)[match[1] === 'load' ? 1 : 2] ?? '';
  return {
    type: match[2]!,
    names: [...offset.matchAll(/\bat\.(\w+)/g)].map(([, name]) => name!),
    match: match[0] + offset,
  };
});

describe('a record', () => {
  const { at, bytes } = declared.change;

  it('has each field at the next multiple of its size, and is as long as the next one needs', () => {
    // A word at 0 to 4; the double not at 4 but at 8, to 16.
    expect([at.load, at.by, bytes]).toEqual([0, 8, 16]);
    // Word 0, double 8, word 16; the next reward's double must again be at a multiple of 8.
    expect([declared.reward.at.since, declared.reward.at.discount, declared.reward.bytes]).toEqual([
      24, 32, 40,
    ]);
    // Words, doubles and lists (8 bytes, at a multiple of 4).
    expect([declared.move.at.loads, declared.move.at.affected, declared.move.bytes]).toEqual([4, 12, 44]);
    expect([declared.factor.at.pieces, declared.factor.bytes]).toEqual([4, 20]);
  });

  it.each(records)('%s overlaps nowhere', (_, { at, bytes, fields }) => {
    const size = (held: unknown) => {
      if (held === 'word') return 4;
      return held === 'double' ? 8 : (held as declared.RecordLayout).bytes;
    };
    const taken = new Uint8Array(bytes);
    for (const [field, held] of Object.entries(fields)) {
      const from = at[field]! as number;
      if (held === 'double') expect(from % 8).toBe(0);
      for (let byte = from; byte < from + size(held); byte++) {
        expect(taken[byte]).toBe(0);
        taken[byte] = 1;
      }
    }
  });
});

describe('the kernel', () => {
  it('takes its offsets from the declaration', async () => {
    await expect(layoutText()).toMatchFileSnapshot(`../../../${folder}/layout.ts`);
  });

  it('reads and writes each field as what it is declared to be', () => {
    const wrong = accesses.filter(({ type, names }) => {
      const held = heldBy.get(names[0] ?? '');
      if (held === undefined) return names.length > 0;
      if (held === declared.list) return !(type === 'i32' || type === 'u32');
      return !(held === 'double' ? type === 'f64' : held === 'word' && (type === 'i32' || type === 'u32'));
    });
    expect(wrong).toEqual([]);
    expect(accesses.filter(({ names }) => names.length > 0).length).toBeGreaterThan(150);
  });

  it('knows every field', () => {
    const unknown = [...heldBy.keys()].filter((name) => !new RegExp(`\\bat\\.${name}\\b`).test(sources));
    // The count of a list stands at its beginning.
    expect(unknown).toEqual(['COUNT']);
  });
});
