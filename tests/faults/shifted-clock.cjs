// Loaded before a program: the clock of the day jumps by hours, there and back, each time it is read.
const now = Date.now;
const RealDate = Date;
let reads = 0;
const shifted = () => now() + (reads++ % 2 === 0 ? -1 : 1) * 7 * 3_600_000;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [shifted()] : given));
  }
};
Date.now = shifted;
