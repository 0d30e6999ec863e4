/** What a program has passed, as messages name it; without Node.js. */

/** A value in a message. */
export function said(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  return isObject(value) ? 'an object' : `a ${value.constructor.name}`;
}

/** An object whose values may be anything. */
export type AnyObject = Readonly<Record<string, unknown>>;

/** An object of names and values, and no list or map. */
export function isObject(value: unknown): value is AnyObject {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === null || Object.getPrototypeOf(kind) === null;
}
