/** Before all tests: a folder for the folders that they make; after them it goes. A hook of one file would not do: files share modules. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function makeFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-tests-'));
  process.env.DOORSTROOM_TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
