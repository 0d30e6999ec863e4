// Loaded before a program: makes its worker threads fail in the way FAULT names, after some units of work.
const { isMainThread, MessagePort } = require('node:worker_threads');

const faults = {
  exit: () => process.exit(3),
  memory: () => {
    const hoard = [];
    for (;;) hoard.push(Array.from({ length: 1000 }, () => ({ size: hoard.length })));
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
