/** Other processes of this machine. */

/** Whether a process with this number exists. A killed process still exists until its parent has reaped it. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
