/** Shares that attributes have where no file says anything of them: they lie under all files. */

import { attributesOf } from '../../domain/attributes/all.js';
import type { AssumedShare, Attribute } from '../../domain/attributes/attribute.js';
import { findRegime } from '../../domain/regimes/find.js';
import { knownOrigins } from '../../domain/schema/origins.js';
import { isSection, type Layer, mergeTrees, nodeOf } from './layers.js';

const COMPOSITION = ['cohort', 'composition'];

const annotated = (share: AssumedShare) => ({
  distribution: 'triangular',
  ...share,
  unit: 'share',
  label: 'assumption',
});

/** What a profile has by default, with the attribute that states it, by name. */
function defaultsOf(attributes: readonly Attribute[]) {
  const stated = attributes.flatMap(({ name: owner, profile = {} }) =>
    Object.entries(profile).map(([name, each]) => ({ owner, name, each })),
  );
  return stated.flatMap(({ owner, name, each }) => {
    if (each.default === undefined) return [];
    const value =
      'share' in each
        ? annotated(each.default)
        : Object.fromEntries(Object.entries(each.default).map(([of, share]) => [of, annotated(share)]));
    return [{ owner, name, value }];
  });
}

/**
 * The layer of these shares; none where no attribute has one, or no file a profile to put it in.
 *
 * @param layers the files, highest first
 */
export function defaultShares(layers: readonly Layer[]): Layer[] {
  const tree = layers.reduceRight<unknown>((below, layer) => mergeTrees(below, layer.tree), {});
  const law = findRegime(nodeOf(tree, ['regime']));
  const defaults = defaultsOf(attributesOf([], law?.attributes ?? []));
  if (defaults.length === 0) return [];
  const origins = knownOrigins(tree).names.filter((origin) =>
    isSection(nodeOf(tree, [...COMPOSITION, origin]), origin),
  );
  if (origins.length === 0) return [];
  const profile = Object.fromEntries(defaults.map(({ name, value }) => [name, value]));
  const composition = Object.fromEntries(origins.map((origin) => [origin, profile]));
  const ownerAt = (name: string | number | undefined) => defaults.find((each) => each.name === name)?.owner;
  return [
    {
      tree: { cohort: { composition } },
      locate: (path) => ({ file: `attribute ${ownerAt(path[COMPOSITION.length + 1])}`, line: 0, column: 0 }),
    },
  ];
}
