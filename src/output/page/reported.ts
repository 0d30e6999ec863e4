/** What of a setting is as the report had it. */

import type { Changes } from './change.js';
import type { Control } from './page-data.js';

/** A value as the report had it, to no more decimals than its slider has. */
export const inSteps = (value: number, { step }: Pick<Control, 'step'>) =>
  Number(value.toFixed(Math.max(0, Math.ceil(-Math.log10(step)))));

/** Whether a value of a control is that of the report, to the digits in which readers see it; what follows others has no value of its own. */
const isReported = (control: Control, value: number) =>
  control.follows !== true && (value === control.value || value === inSteps(control.value, control));

/**
 * A setting without the numbers that are as in the report: those are drawn from their ranges again, as the report's were. Shares make
 * one together, so that they leave it together.
 */
export function withoutReported(changes: Changes, controls: readonly Control[]): Changes {
  const isKept = (control: Control) =>
    Object.hasOwn(changes, control.path) && !isReported(control, changes[control.path]!);
  const isComposed = controls.some((control) => control.group === 'composition' && isKept(control));
  return Object.fromEntries(
    Object.entries(changes).filter(([path]) => {
      const control = controls.find((each) => each.path === path);
      return control === undefined || (control.group === 'composition' ? isComposed : isKept(control));
    }),
  );
}
