/** How long the rest of a simulation takes, by the pace of the draws that came last. */

/** When so many draws were done, in milliseconds of any clock. */
interface Reached {
  readonly at: number;
  readonly draws: number;
}

export class Pace {
  private last: Reached | undefined;

  /** Begins another simulation. */
  begin(): void {
    this.last = undefined;
  }

  /**
   * Seconds that the rest takes, once so many draws are done; undefined: nothing tells it yet. The first draws do not: before them, the
   * threads begin.
   */
  left(now: Reached, all: number): number | undefined {
    const before = this.last;
    this.last = now;
    if (before === undefined || now.draws <= before.draws) return undefined;
    return ((all - now.draws) * (now.at - before.at)) / (now.draws - before.draws) / 1000;
  }
}
