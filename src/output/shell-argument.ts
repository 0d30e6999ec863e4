/** Commands that readers are to repeat. */

/** An argument as a shell reads it: between quotation marks where it would be taken for more than one, or for a command. */
export function quoteArgument(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
