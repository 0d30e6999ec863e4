/** What it would be worth to know before one of all approaches is chosen: the sentences of reports and of the terminal. */

import type { ValueWithError } from '../analysis/decision/jackknife.js';
import { errorOfAmounts } from './number.js';
import type { Words } from './words/words.js';

/** The choice between all approaches at once. */
export interface SaidJoint {
  readonly approaches: number;
  /** The approach that is best on average, between quotation marks. */
  readonly best: string;
  /** What it would be worth to know everything, and to know each number. */
  readonly evpi: ValueWithError;
  readonly inputs: readonly { readonly path: string; readonly evppi: ValueWithError }[];
}

/** The numbers that it would be worth anything to know, the most valuable first, and the error by which all are rounded. */
export function valuedInputs({ inputs }: Pick<SaidJoint, 'inputs'>, unit: string) {
  const valued = inputs.filter(({ evppi }) => evppi.value > 0);
  const known = valued.map(({ evppi }) => evppi);
  const error = Math.max(0, ...known.map((own) => own.error).filter(Number.isFinite));
  return { valued, error: unit === 'euros' ? errorOfAmounts(known) : error };
}

/**
 * Which approach is best on average, what it would be worth to know everything, and which numbers.
 *
 * @param sayAmount an amount with its unit, and by which error it is rounded
 */
export function sayJoint(
  { list, inputGroups: { joint } }: Pick<Words, 'list' | 'inputGroups'>,
  { approaches, best, evpi, inputs }: SaidJoint,
  unit: string,
  nameOf: (path: string) => string,
  sayAmount: (value: number, error: number) => string,
): string[] {
  const step = unit === 'euros' ? errorOfAmounts([evpi]) : evpi.error;
  const { valued } = valuedInputs({ inputs }, unit);
  const first = valued.slice(0, 3).map(({ path }) => nameOf(path));
  return [
    [
      joint.best(String(approaches), best),
      Number.isFinite(evpi.value)
        ? joint.worth(sayAmount(evpi.value, step), sayAmount(evpi.error, step))
        : joint.worthUnknown,
    ].join(' '),
    first.length === 0 ? joint.noInput : joint.inputs(list(first)),
  ];
}
