/** Progress on stderr: a bar on a terminal, silence in a pipe. */

export interface Progress {
  step(name: string): void;
  /** Steps that have come on top of those known at first. */
  expect(more: number): void;
  note(message: string): void;
  stop(): void;
}

/** Opens a progress bar of so many steps. */
export async function openProgress(total: number, quiet: boolean): Promise<Progress> {
  const note = (message: string) => {
    if (!quiet) process.stderr.write(`${message}\n`);
  };
  if (quiet || !process.stderr.isTTY) return { step: () => {}, expect: () => {}, note, stop: () => {} };
  const { SingleBar, Presets } = await import('cli-progress');
  const format = '{bar} {percentage} % | {eta_formatted} to go | {name}';
  const bar = new SingleBar(
    { format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { name: '' });
  return {
    step: (name) => bar.increment(1, { name }),
    expect: (more) => bar.setTotal(bar.getTotal() + more),
    note,
    stop: () => bar.stop(),
  };
}
