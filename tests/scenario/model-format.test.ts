/** The reference of the format keeps its word: its examples are valid. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modelFileSchema } from '../../src/scenario/model/model-file.js';
import { problemsOf, smallModel } from './model-text.js';

const reference = readFileSync(new URL('../../src/scenario/model-format.md', import.meta.url), 'utf8');
const examples = [...reference.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map((match) => match[1]!)
  .filter((text) => !text.startsWith('# fragment'));

describe('model-format.md', () => {
  it.each(examples)('shows a valid model (%#)', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  const rows = [...reference.matchAll(/^\| `(\{ (?:group|track|exposure|load)[^`]*\})`/gm)].map(
    (match) => match[1]!,
  );
  const fades = [...reference.matchAll(/^\| `(\{ (?:months|hold|half_life|steps)[^`]*\})`/gm)].map(
    (match) => match[1]!,
  );
  const ratios = [
    ...rows.filter((row) => !row.includes('FADE')),
    ...fades.map((fade) => {
      const ratio = fade.includes('steps') ? '' : 'ratio: 1.5, ';
      return `{ track: work, state: in, ${ratio}fade: ${fade} }`;
    }),
  ];

  it('shows all kinds of ratios and fades', () => {
    expect(ratios).toHaveLength(8);
  });

  it.each(ratios)('shows a valid ratio: %s', (ratio) => {
    const rest =
      'exposures: { idle: { when: { work: out } } }\nloads: { hours: { weights: {}, threshold: 1 } }';
    expect(problemsOf(smallModel({ transition: `hazard: 1, ratios: [${ratio}]`, rest }))).toEqual([]);
  });

  it('explains every key of the file', () => {
    for (const key of Object.keys(modelFileSchema.shape)) expect(reference).toContain(`${key}`);
  });

  it('can be given to editors as a JSON Schema', () => {
    const schema = z.toJSONSchema(modelFileSchema, { io: 'input', target: 'draft-07' });
    expect(schema).toMatchObject({ type: 'object', required: ['horizon', 'tracks', 'transitions'] });
  });
});
