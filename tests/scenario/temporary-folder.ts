import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with the given files, taken away after all tests. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const parent = process.env.DOORSTROOM_TEST_FOLDER ?? tmpdir();
  const folder = realpathSync(mkdtempSync(join(parent, 'doorstroom-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
