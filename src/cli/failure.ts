/** What the machine can do to a run, said so that the reader knows what to do about it. */

/** What is wrong, by the code of the error, and what helps. */
const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'your quota on this disk is used up; make room',
  EROFS: 'this disk is read-only; choose another folder with --out',
  EACCES: 'you may not write or read here; choose another folder with --out, or ask for the right',
  EPERM: 'you may not write or read here; choose another folder with --out, or ask for the right',
  EEXIST: 'a file is in the way of a folder; choose another folder with --out, or move the file',
  ENOTDIR: 'a file is in the way of a folder; choose another folder with --out, or move the file',
  EISDIR: 'a folder is in the way of a file; choose another folder with --out, or move that one',
  ERR_FS_EISDIR: 'a folder is in the way of a file; choose another folder with --out, or move that one',
  ERR_WORKER_OUT_OF_MEMORY: 'out of memory; use fewer --workers, each of which takes its share',
  ERR_WORKER_EXITED: 'a worker thread was ended from outside',
};

/** Codes of faults that say nothing about a path. */
const withoutPath = /^ERR_WORKER/;

/**
 * The message about an error of the machine; undefined: it is none.
 *
 * @param resumable whether the command can go on with --resume
 */
export function explainFailure(error: unknown, resumable: boolean): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || (path === undefined && !withoutPath.test(code))) return undefined;
  const where = path === undefined ? '' : `${path}: `;
  const explanation = explanations[code] ?? `cannot be written or read (${code})`;
  return `${where}${explanation}${resumable ? `; ${howToResume}` : ''}`;
}

const howToResume = 'then the same command with --resume goes on';

/** The message about a run that was interrupted. */
export function explainInterruption(resumable: boolean): string {
  return resumable
    ? 'interrupted; what was complete stays, and the same command with --resume goes on'
    : 'interrupted; nothing was written';
}
