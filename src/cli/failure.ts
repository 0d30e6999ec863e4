/** Messages about system errors during a run, with what the user can do about them. */

/** What the user can change about a command that has failed. */
export interface Remedies {
  /** The option that says where it writes; undefined: it has none. */
  readonly place: string | undefined;
  /** Whether it can be continued with --resume. */
  readonly resumable: boolean;
}

const folderInTheWay = 'a folder is in the way of a file; ELSEWHERE, or move that one';
const fileInTheWay = 'a file is in the way of a folder; ELSEWHERE, or move the file';
const noRight = 'no permission to write or read here; ELSEWHERE, or ask for permission';

/** Explanation and remedy by error code. ELSEWHERE: how to make the command write to another place. */
const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'your quota on this disk is used up; make room',
  EROFS: 'this disk is read-only; ELSEWHERE',
  EACCES: noRight,
  EPERM: noRight,
  EEXIST: fileInTheWay,
  ENOTDIR: fileInTheWay,
  EISDIR: folderInTheWay,
  ERR_FS_EISDIR: folderInTheWay,
  ENOTEMPTY: 'another command has written this in the meantime; ELSEWHERE, or use --force to replace it',
  ENOENT: 'does not exist, or cannot be created here; put it back, or ELSEWHERE',
  ENAMETOOLONG: 'a name here is longer than the disk allows; ELSEWHERE, or give the file a shorter name',
  ERR_WORKER_OUT_OF_MEMORY: 'out of memory; use fewer --workers, each of which takes its share',
  ERR_WORKER_INIT_FAILED: 'no more threads can be started; use fewer --workers',
  ERR_WORKER_EXITED: 'a worker thread was ended from outside',
  ERR_RESULT_LAYOUT:
    'parts of the results do not belong together (other states, measures, costs or years); run it again without --resume, or run all shards again',
};

/** Codes of errors that are not about a path. */
const withoutPath = /^ERR_(WORKER|RESULT)/;

/** The message about a system error; undefined for other errors. */
export function explainFailure(error: unknown, remedies?: Remedies): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || (path === undefined && !withoutPath.test(code))) return undefined;
  const where = path === undefined ? '' : `${path}: `;
  const place = remedies?.place;
  const elsewhere =
    place === undefined
      ? 'write elsewhere'
      : `choose another ${place === '--out' ? 'folder' : 'file'} with ${place}`;
  const explanation = explanations[code] ?? `cannot be written or read (${code})`;
  const goOn = remedies?.resumable === true ? `; ${howToResume}` : '';
  return `${where}${explanation.replace('ELSEWHERE', elsewhere)}${goOn}`;
}

const howToResume = 'then the same command with --resume continues';

/** The message about a run that was interrupted. */
export function explainInterruption({ resumable }: Remedies): string {
  return resumable
    ? 'interrupted; what was complete is kept, and the same command with --resume continues'
    : 'interrupted; nothing half-written is left';
}
