/** Signs that nobody sees and that turn the text around them about, in reports and pages too: what is read is not what stands there. */

const turning = /[\u202a-\u202e\u2066-\u2069]/;

/** Where a text has a sign that turns the text around it about, and what to do; undefined: nowhere. */
export function findTurning(text: string): { readonly at: number; readonly message: string } | undefined {
  const at = text.search(turning);
  if (at < 0) return undefined;
  const code = text.charCodeAt(at).toString(16).toUpperCase();
  return {
    at,
    message: `expected a text without the invisible sign U+${code}, which turns the text around it about; leave it out`,
  };
}
