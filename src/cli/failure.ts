/** Messages about system errors during a run, with what the user can do about them. */

/** What the user can change about a command that has failed. */
export interface Remedies {
  /** The option that says where it writes; undefined: it has none. */
  readonly place: string | undefined;
  /** Whether something of it is kept that --resume goes on with. */
  readonly isKept: boolean;
}

/** What is wrong, and what helps: what leaves the command as it is, and what makes it another, which goes on with nothing. */
interface Explanation {
  readonly fault: string;
  readonly here?: string;
  /** ELSEWHERE: how to make the command write to another place. */
  readonly other?: string;
}

const ELSEWHERE = 'ELSEWHERE';
const folderInTheWay = {
  fault: 'a folder is in the way of a file',
  here: 'move that folder',
  other: ELSEWHERE,
};
const fileInTheWay = { fault: 'a file is in the way of a folder', here: 'move the file', other: ELSEWHERE };
const noRight = {
  fault: 'no permission to write or read here',
  here: 'ask for permission',
  other: ELSEWHERE,
};

const explanations: Readonly<Record<string, Explanation>> = {
  ENOSPC: { fault: 'the disk is full', here: 'make room' },
  EDQUOT: { fault: 'your quota on this disk is used up', here: 'make room' },
  EROFS: { fault: 'this disk is read-only', other: ELSEWHERE },
  EACCES: noRight,
  EPERM: noRight,
  EEXIST: fileInTheWay,
  ENOTDIR: fileInTheWay,
  EISDIR: folderInTheWay,
  ERR_FS_EISDIR: folderInTheWay,
  ENOTEMPTY: {
    fault: 'another command has written this in the meantime',
    here: 'use --force to replace it',
    other: ELSEWHERE,
  },
  ENOENT: { fault: 'does not exist, or cannot be created here', here: 'put it back', other: ELSEWHERE },
  ENAMETOOLONG: {
    fault: 'a name here is longer than the disk allows',
    other: `${ELSEWHERE}, or give the file a shorter name`,
  },
  ERR_WORKER_OUT_OF_MEMORY: {
    fault: 'out of memory',
    here: 'use fewer --workers, each of which takes its share',
  },
  ERR_WORKER_INIT_FAILED: { fault: 'no more threads can be started', here: 'use fewer --workers' },
  ERR_WORKER_EXITED: { fault: 'a worker thread was ended from outside' },
  ERR_RESULT_LAYOUT: {
    fault: 'parts of the results do not belong together (other states, measures, costs or years)',
    other: 'run it again without --resume, or run all shards again',
  },
};

/** Codes of errors that are not about a path. */
const withoutPath = /^ERR_(WORKER|RESULT)/;

const GO_ON = 'the same command with --resume continues';

/** What helps. Where something is kept, nothing that would leave it behind, if there is anything else. */
function remedyFor({ here, other }: Explanation, { place, isKept }: Remedies): string[] {
  const elsewhere =
    place === undefined
      ? 'write elsewhere'
      : `choose another ${place === '--out' ? 'folder' : 'file'} with ${place}`;
  const another = other?.replace(ELSEWHERE, elsewhere);
  if (isKept && here !== undefined) return [here, `then ${GO_ON}`];
  if (isKept && another === undefined) return [GO_ON];
  const all = [another, here].filter((remedy) => remedy !== undefined);
  return all.length === 0 ? [] : [all.join(', or ')];
}

/** The message about a system error; undefined for other errors. */
export function explainFailure(
  error: unknown,
  remedies: Remedies = { place: undefined, isKept: false },
): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || (path === undefined && !withoutPath.test(code))) return undefined;
  const where = path === undefined ? '' : `${path}: `;
  const explanation = explanations[code] ?? { fault: `cannot be written or read (${code})` };
  return `${where}${[explanation.fault, ...remedyFor(explanation, remedies)].join('; ')}`;
}

/** The message about a run that was interrupted. */
export function explainInterruption({ isKept }: Remedies): string {
  return isKept
    ? `interrupted; what was complete is kept, and ${GO_ON}`
    : 'interrupted; nothing half-written is left';
}
