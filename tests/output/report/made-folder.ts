/** Result folders of made-up tables, of which every number is known. */

import type { Manifest, RunFolder } from '../../../src/output/package/run-folder.js';

/** A result folder of these tables, whose lines are of one municipality, approach and measure unless they say otherwise. */
export function madeFolder(
  tables: Readonly<Record<string, readonly object[]>>,
  draws: number,
  manifest: Partial<Manifest> = {},
): RunFolder {
  const about = {
    municipality: 'Testdam',
    approach: 'parallel',
    reference: 'sequential',
    measure: 'net_balance_discounted',
  };
  return {
    slug: 'testdam',
    files: Object.keys(tables),
    manifest: { parameter_draws: draws, ...manifest },
    changed: () => [],
    table: (file: string) => (tables[file] ?? []).map((line) => ({ ...about, ...line })),
  } as unknown as RunFolder;
}
