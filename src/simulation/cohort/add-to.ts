/** Adds `values` to `into` from position `base` on. */
export function addTo<Values extends Float64Array | Int32Array>(
  into: Values,
  base: number,
  values: Values,
): void {
  for (let i = 0; i < values.length; i++) into[base + i]! += values[i]!;
}
