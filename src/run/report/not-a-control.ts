/** What is wrong with a name that the writer of a page gave for what readers may change. */

import { controlGroups } from '../../output/page/page-data.js';
import { nearNames } from '../../scenario/check/nearest.js';

/**
 * Why nothing of a scenario has a name: the nearest one that it has, and what may be named.
 *
 * @param known paths of the numbers, the open questions and of who takes part in activities
 */
export function notAControl(name: string, known: readonly string[], scenario: string): string {
  if (name.includes(',')) {
    const each = name.split(',').map((part) => `--control ${part.trim()}`);
    return `--control ${name}: expected one name each time; repeat the option: ${each.join(' ')}`;
  }
  const nearest =
    nearNames(name, [...controlGroups, ...known])[0] ??
    known.find((path) => `.${path}.`.includes(`.${name}.`));
  const meant = nearest === undefined ? '' : ` did you mean "${nearest}"?`;
  const groups = `${controlGroups.slice(0, -1).join(', ')} or ${controlGroups.at(-1)}`;
  return `--control: no number at "${name}";${meant} expected ${groups}, or the path of a number, an activity or an open question, as "doorstroom explain ${scenario}" lists them`;
}
