/** Nodes at paths of a scenario that a regime gives as data. */

/** The node below another at a path; undefined where there is none. */
export function nodeBelow(node: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], node);
}

/** The number at a path of a scenario under one parameter draw. */
export function numberAt(scenario: object, path: readonly string[]): number {
  return nodeBelow(scenario, path) as number;
}
