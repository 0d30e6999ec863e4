const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

const file = join(__dirname, '../dist/program/brief.cjs');
const kept = join(__dirname, '../dist/program/brief.compiled');

function keptCode() {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
}

/**
 * The program of the brief commands as one script, with what V8 kept of compiling it when it was built. Another version of Node.js
 * turns that down and compiles anew.
 */
function loadKept() {
  const parameters = 'exports, require, module, moduleUrl';
  const script = new Script(`(function (${parameters}) {${readFileSync(file, 'latin1')}\n})`, {
    filename: file,
    cachedData: keptCode(),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, pathToFileURL(file).href);
  return { program: module.exports, script, kept };
}

module.exports = { loadKept };
