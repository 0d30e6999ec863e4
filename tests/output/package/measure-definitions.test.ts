import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureCategories, measureDefinitions } from '../../../src/output/package/measure-definitions.js';
import { expectDefined, inFolder, rowsOf, shipped } from '../../cli/in-folder.js';
import { runHere } from '../../cli/program-here.js';
import { shippedTree } from '../../shipped.js';

describe('the definitions of measures', () => {
  it('are of all measures that results have, each once, in their units, and of no others', async () => {
    const { out } = await inFolder('run', shipped('alphen-chaam'), '--quiet', '--horizon', '2');
    const rows = ['estimates.csv', 'differences.csv'].flatMap((file) =>
      rowsOf(join(out, 'alphen-chaam', file)),
    );
    const found = new Map(rows.map(({ measure, unit }) => [measure, unit]));
    const defined = measureDefinitions(shippedTree('alphen-chaam'));
    expect(defined.map(({ measure, unit }) => `${measure} ${unit}`).sort()).toEqual(
      [...found].map(([measure, unit]) => `${measure} ${unit}`).sort(),
    );
    expect(expectDefined(join(out, 'alphen-chaam'))).toContain('alternatives');
    const { resources } = JSON.parse(readFileSync(join(out, 'alphen-chaam/datapackage.json'), 'utf8'));
    for (const { name, schema } of resources) {
      const field = schema.fields.find((each: { name: string }) => each.name === 'measure');
      // Of the main outcomes alone, which it holds.
      if (name === 'alternatives')
        expect(defined).toEqual(
          expect.arrayContaining(
            field.categories.map(({ value, label }: { value: string; label: string }) =>
              expect.objectContaining({ measure: value, definition: label }),
            ),
          ),
        );
      else if (!['estimates', 'differences'].includes(name)) expect(field).toBeUndefined();
      else
        expect(field.categories).toEqual(
          defined.map(({ measure, definition }) => ({ value: measure, label: definition })),
        );
    }
  }, 60_000);

  it('are found of a measure at a month, and stand once in the order in which a column has them', () => {
    const definitions = measureDefinitions(shippedTree('alphen-chaam'));
    const labelOf = (name: string) => definitions.find(({ measure }) => measure === name)!.definition;
    const held = ['self_sufficient_share@24', 'earnings', 'self_sufficient_share@24'];
    expect(measureCategories(definitions, held)).toEqual([
      { value: 'self_sufficient_share@24', label: labelOf('self_sufficient_share') },
      { value: 'earnings', label: labelOf('earnings') },
    ]);
  });

  it('are printed by explain, and say what a relapse is', async () => {
    const { status, stdout } = await runHere('explain', shipped('leiden'), '--measures');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /relapse_share \(share, less is better\)\n {2}Share of those who were ever in paid work .* straight back to bijstand/,
    );
    expect(stdout).toContain('dropout_share_jas (share, less is better)');
    expect(stdout).toContain('participation_share_jas (share)');
    const json = await runHere('explain', shipped('leiden'), '--measures', '--json');
    expect(JSON.parse(json.stdout).measures[0]).toMatchObject({ unit: 'months', better: 'less' });
    const both = await runHere('explain', shipped('leiden'), 'income.work', '--measures');
    expect([both.status, both.stderr]).toEqual([
      2,
      '--measures and a path exclude each other; got the path "income.work"\n',
    ]);
  });
});
