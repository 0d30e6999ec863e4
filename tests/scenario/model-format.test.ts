/** The reference of the format keeps its word: its examples are valid; and the models beside it run. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modelFileSchema } from '../../src/scenario/model/model-file.js';
import { loadFixture, runHere } from '../golden/golden.js';
import { problemsOf, smallModel } from './model-text.js';

const folder = new URL('../../scenarios/models/', import.meta.url);
const reference = readFileSync(new URL('README.md', folder), 'utf8');
const models = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const examples = [...reference.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map((match) => match[1]!)
  .filter((text) => !text.startsWith('# fragment'));

describe('scenarios/models/README.md', () => {
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

describe('the models that come with the package', () => {
  it.each(models)('%s: runs, and the reference names it', (name) => {
    const { states } = runHere(loadFixture(name.replace('.yaml', '')), { persons: 200, seed: '1' });
    expect(states.length).toBeGreaterThan(2);
    expect(reference).toContain(`[${name}](${name})`);
  });
});
