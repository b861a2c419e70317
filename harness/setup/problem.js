/** What set-up says when it cannot go on: one sentence of what is missing, and how to get it. */

/** Ends the set-up with exit code 2. Everything else that is thrown is a bug. */
export class SetupProblem extends Error {
  /** @override */
  name = 'SetupProblem';

  /** @param {string} missing @param {string} remedy @param {string} [detail] what a program said that we called */
  constructor(missing, remedy, detail) {
    super([missing, ...(detail ? [indented(detail)] : []), `What to do: ${remedy}`].join('\n'));
  }
}

/** @param {string} text */
const indented = (text) =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
