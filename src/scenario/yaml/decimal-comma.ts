/** Decimal commas in lists that are separated by commas. */

import { isAnnotated } from '../../domain/parameters/quantity.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import { unitAt } from '../check/schema-walk.js';
import { nodeOf } from '../inherit/layers.js';

/**
 * Why a list of values probably contains decimal commas: a part has a leading zero (0,05), or two whole numbers together give a
 * value in the number's range while the second alone is outside it (1,17). With a space after the comma they are two values.
 */
export function findDecimalComma(text: string, path: string, tree: ScenarioTree): string | undefined {
  if (unitAt(schemaFor(tree), path.split('.')) === undefined) return undefined;
  const parts = text.split(',');
  if (!parts.every((part) => /^-?\d+$/.test(part.trim())) || parts.length % 2 === 1) return undefined;
  const meant = parts.flatMap((part, i) => (i % 2 === 0 ? [`${part.trim()}.${parts[i + 1]!.trim()}`] : []));
  const instead = `write ${meant.join(',')}, not ${text}`;
  if (parts.some((part) => /^-?0\d/.test(part.trim()))) return instead;
  const own = nodeOf(tree, path.split('.'));
  if (parts.length > 2 || !isAnnotated(own) || own.low === undefined || own.high === undefined)
    return undefined;
  const isOutside = (value: number) => value < own.low! || value > own.high!;
  if (isOutside(Number(meant[0])) || !isOutside(Number(parts[1])) || /\s/.test(text)) return undefined;
  return `${instead} (two values: ${parts.join(', ')})`;
}
