/** Other processes of this machine. */

/** Whether a process with this number is there; one that was killed still is, until its parent has reaped it. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
