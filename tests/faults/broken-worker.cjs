// Loaded before a program: makes its worker threads fail in the way FAULT names, after some units of work.
const { isMainThread } = require('node:worker_threads');

const faults = {
  exit: () => process.exit(3),
  memory: () => {
    const hoard = [];
    for (;;) hoard.push(Array.from({ length: 1000 }, () => ({ size: hoard.length })));
  },
};

if (!isMainThread) {
  // A worker waits for its next unit so, and works on units between.
  const wait = Atomics.wait;
  let waits = 0;
  Atomics.wait = (...given) => {
    waits += 1;
    if (waits > 3) faults[process.env.FAULT]();
    return wait(...given);
  };
}
