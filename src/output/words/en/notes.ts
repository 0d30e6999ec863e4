/** The English of what a command says besides its results: what it kept, resumed or found finished, and what to bear in mind. */

import { setByHand } from '../../../scenario/check/note-words.js';

export const notes = {
  /** Behind the time that the work still takes. */
  hour: 'h',
  toGo: 'to go',
  kept: (path: string, kept: string) => `${path}: what was there is kept as ${kept}`,
  /** Of a file and `others` that belong to it. */
  keptTogether: (path: string, others: number, kept: string) =>
    `${path}${others === 0 ? '' : ` and ${others} other ${others === 1 ? 'file' : 'files'}`}: what was there is kept in ${kept}`,
  complete: (name: string, folder: string) =>
    `${name}: complete already, nothing to do; the results are in ${folder}`,
  comparisonComplete: (folder: string) => `comparison: complete already, nothing to do; it is in ${folder}`,
  /** `all`: undefined, how many there are follows from results. */
  resumed: (name: string, count: string, all: string | undefined) =>
    `${name}: resumed, ${count}${all === undefined ? '' : ` of ${all}`} units ${count === '1' ? 'was' : 'were'} there`,
  startedAgain: (name: string) =>
    `${name}: the checkpoint is of another run (scenario, options or version) or damaged; started again`,
  damaged: (name: string, count: string) =>
    `${name}: the checkpoint was damaged; ${count} ${count === '1' ? 'unit' : 'units'} of it could not be read, and ${count === '1' ? 'is' : 'are'} simulated again`,
  setAside: (name: string, aside: string) =>
    `${name}: the checkpoint of an interrupted run was there; it is kept as ${aside}, and the same options as then with --resume go on with it`,
  partFinished: (name: string, index: string, count: string) =>
    `${name}: part ${index} of ${count} was finished before`,
  drawsForPrecision: (name: string, draws: string) =>
    `${name}: ${draws} parameter draws for the precision asked for`,
  ofOneApproach: (approach: string) => ` of the net balance of ${approach}, the one approach`,
  precisionMissed: (asked: string, draws: string, approach: string, reached: string) =>
    `the precision asked for (an MCSE of at most ${asked}) is not reached with ${draws} parameter draws: that of the net balance of ${approach} ${reached}`,
  mcseIs: (amount: string) => `is ${amount}`,
  mcseUnknown: 'cannot be estimated',
  eurosEach: (amount: string) => `${amount} euros a person`,
  onlyApproach: (approach: string) => `only the approach "${approach}": there is nothing to compare it with`,
  posteriorError: (approach: string, draws: string, error: string, mcse: string) =>
    `${approach}: that the posterior is ${draws} draws itself leaves a standard error of ${error} euros a person in the difference of the net balance, more than its MCSE of ${mcse}; more parameter draws do not lower it`,
  fewEffective: (size: string, enough: string) =>
    `effective sample size ${size} is below ${enough}: add rounds`,
  atPoint: (name: string) => `at ${name}`,
  pointsDiffer: (unlike: string) => `the points differ in their ${unlike}`,
  leftAside: (list: string, how: string) => `left aside: ${list}${how}`,
  reportAlone: (folder: string) => `; to report one, name it alone: doorstroom report ${folder}`,
  noRun: 'no run',
  ownFile: (name: string) =>
    `${name}: the file ${name}.yaml in this folder, not the scenario of that name that comes with the program`,
  setByHand,
};
