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
 * The program of the brief commands as one script, of which the build has made a function as Node.js does of a module, with what V8 kept
 * of compiling it then. Another version of Node.js turns that down and compiles anew.
 */
function loadKept() {
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData: keptCode() });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, pathToFileURL(file).href);
  return { program: module.exports, script, kept };
}

module.exports = { loadKept };
