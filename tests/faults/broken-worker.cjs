// Loaded before a program: makes its worker threads fail in the way FAULT names, after some units of work.
const { isMainThread, MessagePort } = require('node:worker_threads');

const faults = {
  exit: () => process.exit(3),
  memory: () => {
    const hoard = [];
    // In large pieces: what small ones fill is swept again and again first.
    for (;;) hoard.push(new Array(100_000).fill(hoard.length));
  },
};

if (!isMainThread) {
  // A worker hands each unit's result over so.
  const post = MessagePort.prototype.postMessage;
  let posts = 0;
  MessagePort.prototype.postMessage = function (...given) {
    posts += 1;
    if (posts > 3) faults[process.env.FAULT]();
    return post.apply(this, given);
  };
}
