/** What readers of result folders throw; in a file of its own, since it is all of them that runs in a browser. */

/** Something wrong with a result folder as a whole, or with one of its files; the message names it. */
export class FolderProblem extends Error {}
