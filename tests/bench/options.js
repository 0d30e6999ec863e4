/** The command lines of the programs in this folder. */

import { parseArgs } from 'node:util';

/**
 * Reads the options of a program. `--help` prints how it is called and ends it; a wrong option says what is wrong, and exits with 2.
 *
 * @param usage how it is called
 * @param options as `parseArgs` takes them
 * @param check throws where values are wrong
 */
export function readOptions(usage, options, check = () => {}) {
  try {
    const read = parseArgs({
      allowPositionals: usage.includes('...') || usage.includes('BEFORE'),
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    if (read.values.help) {
      console.log(`usage: ${usage}`);
      process.exit(0);
    }
    check(read);
    return read;
  } catch (error) {
    console.error(`${error.message}\nusage: ${usage}`);
    process.exit(2);
  }
}
