/** Colour where a person looks at a terminal: not in a pipe, and not when NO_COLOR asks for none. */

import type { WriteStream } from 'node:tty';

/** Bold, dim, red and green, or the text as it is. */
export async function colours(stream: Pick<WriteStream, 'isTTY'>) {
  const { Chalk } = await import('chalk');
  const wanted = stream.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  return new Chalk(wanted ? {} : { level: 0 });
}
