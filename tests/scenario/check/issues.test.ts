import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { quantity } from '../../../src/domain/schema/quantity.js';
import { diagnoseWithSchema } from '../../../src/scenario/check/issues.js';
import { readYamlFile } from '../../../src/scenario/yaml/yaml-file.js';
import { folderWith } from '../temporary-folder.js';

const schema = z.strictObject({
  name: z.string().min(1).max(10),
  start: z.iso.date().optional(),
  kind: z.enum(['hazard', 'duration', 'gate']).optional(),
  years: z.int().min(1).max(40).optional(),
  open: z.boolean().optional(),
  share: quantity({ unit: 'share', min: 0, max: 1 }).optional(),
  size: quantity({ unit: 'persons', min: 1, whole: true }).optional(),
  above: z.number().gt(0).lt(1).optional(),
  base: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  when: z.record(z.string(), z.unknown()).meta({ title: 'condition' }).optional(),
  clock: z
    .union([
      z.number(),
      z.strictObject({ rate: z.number(), growth: z.number() }),
      z.strictObject({ mean: z.number(), shape: z.number().optional() }),
    ])
    .optional(),
  tracks: z
    .record(
      z.string().regex(/^[a-z]+$/, 'lower-case letters'),
      z.strictObject({ states: z.array(z.string()) }),
    )
    .optional(),
  pair: z.tuple([z.number(), z.number()]).optional(),
});

/** `line:column: message` of all that is wrong with a file that says `name: A` and the given lines. */
function problems(lines: string): string[] {
  const { file } = readYamlFile(`${folderWith({ 'a.yaml': `name: A\n${lines}\n` })}/a.yaml`);
  return diagnoseWithSchema(schema, file!.tree, file!.locate).map(
    ({ line, column, message }) => `${line}:${column}: ${message}`,
  );
}

describe('diagnoseWithSchema', () => {
  it('is silent about what fits', () => {
    expect(
      problems('share: 0.5\nsize: { value: 3, low: 1, high: 5 }\nbase: [a]\nclock: { mean: 3 }'),
    ).toEqual([]);
  });

  it.each([
    ['share: 0,5', '2:8: share: expected a number (share), got "0,5": write 0.5, not 0,5'],
    ['share: "-1,25"', '2:8: share: expected a number (share), got "-1,25": write -1.25, not -1,25'],
    ['share: 25%', '2:8: share: expected a number (share), got "25%": write 0.25, not 25%'],
    ['share: 7,5 %', '2:8: share: expected a number (share), got "7,5 %": write 0.075, not 7,5 %'],
    [
      'size: 1.250.000',
      '2:7: size: expected a whole number (persons), got "1.250.000": write 1250000, not 1.250.000',
    ],
    [
      'size: 1.250,5',
      '2:7: size: expected a whole number (persons), got "1.250,5": write 1250.5, not 1.250,5',
    ],
    ['size: 12 500', '2:7: size: expected a whole number (persons), got "12 500": write 12500, not 12 500'],
    ['size: 1_000', '2:7: size: expected a whole number (persons), got "1_000": write 1000, not 1_000'],
    [
      'size: € 300',
      '2:7: size: expected a whole number (persons), got "€ 300": write the amount alone, without a currency',
    ],
    [
      'size: 300 euro',
      '2:7: size: expected a whole number (persons), got "300 euro": write the amount alone, without a currency',
    ],
    ['size: "300"', '2:7: size: expected a whole number (persons), got "300": write it without quotes'],
    [
      'size: 3 maanden',
      '2:7: size: expected a whole number (persons), got "3 maanden": write the number alone, what it is goes into note',
    ],
    [
      'size: 1-6',
      '2:7: size: expected a whole number (persons), got "1-6": write one number; a range goes into low and high',
    ],
    [
      'size: 40\u00a0',
      '2:7: size: expected a whole number (persons), got "40\u00a0": write 40, without quotes and spaces around it',
    ],
    ['size: veel', '2:7: size: expected a whole number (persons), got "veel"'],
    ['size: true', '2:7: size: expected a whole number (persons), got true'],
    ['size:', '2:1: size: expected a whole number (persons), got nothing'],
    ['size: [3]', '2:7: size: expected a whole number (persons), got a list'],
    ['size: 0', '2:7: size: expected at least 1 (persons), got 0'],
    ['size: { value: 0 }', '2:16: size: expected at least 1 (persons), got 0'],
    ['size: { value: 2, low: 0, high: 3 }', '2:24: size.low: expected at least 1 (persons), got 0'],
    ['size: { value: 2, low: 3, high: 3 }', '2:24: size.low: low (3) is above value (2)'],
    ['size: { valeu: 2, value: 1 }', '2:9: unknown name "size.valeu"; did you mean "value"?'],
    [
      'size: { value: 1,5 }',
      '2:18: unknown name "size.5"; a comma ends a number between braces: write a decimal point, such as 1.5',
    ],
    [
      'size: { low: 1, high: 2 }',
      '2:7: missing: size.value; expected a whole number (persons); a number with its range and source is inherited or replaced as a whole',
    ],
    ['above: 1', '2:8: above: expected less than 1, got 1'],
    ['above: 0', '2:8: above: expected more than 0, got 0'],
    ['years: 2.5', '2:8: years: expected a whole number, got 2.5'],
    ['years: 41', '2:8: years: expected at most 40, got 41'],
    ['open: ja', '2:7: open: expected true or false, got "ja": write true, not ja'],
    ['open: Nee', '2:7: open: expected true or false, got "Nee": write false, not Nee'],
    ['open: off', '2:7: open: expected true or false, got "off": write false, not off'],
    ['open: 1', '2:7: open: expected true or false, got 1'],
    [
      'start: 31-1-2016',
      '2:8: start: expected a date like 2016-01-31, got "31-1-2016": write 2016-01-31, not 31-1-2016',
    ],
    [
      'start: 2016-3-7',
      '2:8: start: expected a date like 2016-01-31, got "2016-3-7": write 2016-03-07, not 2016-3-7',
    ],
    [
      'start: 20160307',
      '2:8: start: expected a date like 2016-01-31, got 20160307: write 2016-03-07, not 20160307',
    ],
    [
      'start: "2016-03-07 "',
      '2:8: start: expected a date like 2016-01-31, got "2016-03-07 ": write it without spaces around it',
    ],
    ['start: 2016-3-32', '2:8: start: expected a date like 2016-01-31, got "2016-3-32"'],
    ['start: 1/31/2016', '2:8: start: expected a date like 2016-01-31, got "1/31/2016"'],
    ['start: 2016', '2:8: start: expected a date like 2016-01-31, got 2016'],
    ['start: 2016-02-30', '2:8: start: expected a date like 2016-01-31, got "2016-02-30"'],
    ['kind: hazzard', '2:7: kind: "hazzard" is not valid; did you mean "hazard"?'],
    ['kind: 3', '2:7: kind: 3 is not valid; expected one of: hazard, duration, gate'],
    ['base: 3', '2:7: base: expected a text or a list, got 3'],
    ['base: []', '2:7: base: expected at least 1 entries, got 0'],
    ['base: [a, 3]', '2:11: base.1: expected a text, got 3'],
    ['when: housed', '2:7: when: expected a condition such as { housing: housed }, got "housed"'],
    [
      'clock: 1,5',
      '2:8: clock: expected a number or a section with names and values, got "1,5": write 1.5, not 1,5',
    ],
    ['clock: { rate: 1 }', '2:8: missing: clock.growth; expected a number'],
    ['clock: { mean: 1, shap: 2 }', '2:19: unknown name "clock.shap"; did you mean "shape"?'],
    ['tracks: { Work: { states: [] } }', '2:11: tracks.Work: the name must be lower-case letters'],
    [
      'tracks: { work: { state: [] } }',
      '2:17: missing: tracks.work.states; expected a list|2:19: unknown name "tracks.work.state"; did you mean "states"?',
    ],
    ['pair: [1]', '2:7: pair: expected at least 2 entries, got 1'],
    ['nmae: B', '2:1: unknown name "nmae"; did you mean "name"?'],
  ])('%s', (line, message) => {
    expect(problems(line)).toEqual(message.split('|'));
  });

  it('reports all problems, and what is missing', () => {
    const place = { file: 'a', line: 1, column: 1 };
    const messages = diagnoseWithSchema(schema, { years: 0, kind: 'x' }, () => place).map(
      (each) => each.message,
    );
    expect(messages).toEqual([
      'missing: name; expected a text',
      'kind: "x" is not valid; expected one of: hazard, duration, gate',
      'years: expected at least 1, got 0',
    ]);
    expect(diagnoseWithSchema(schema, [], () => place)[0]?.message).toBe(
      'expected a section with names and values, got a list',
    );
    expect(diagnoseWithSchema(schema, { name: '' }, () => place)[0]?.message).toBe(
      'name: expected a text, got nothing',
    );
    expect(diagnoseWithSchema(schema, { name: 'much too long' }, () => place)[0]?.message).toBe(
      'name: expected at most 10 characters, got 13',
    );
  });

  it('adds why something is missing where that is known', () => {
    const place = { file: 'a', line: 1, column: 1 };
    const why = (path: readonly (string | number)[]) => `; ask ${path.join('.')}`;
    expect(diagnoseWithSchema(schema, {}, () => place, why)[0]?.message).toBe(
      'missing: name; expected a text; ask name',
    );
  });

  it('quotes long texts in part', () => {
    expect(problems(`years: ${'a'.repeat(100)}`)[0]).toBe(
      `2:8: years: expected a whole number, got "${'a'.repeat(56)}..."`,
    );
  });
});
