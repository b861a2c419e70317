/** The exit codes of a run, for people. */
export const exitCodeHelp = `Exit codes:
  0  all planned checks passed
  1  a check failed
  2  something on the command line is wrong
  3  inconclusive, interrupted, or not everything that was planned was run
  4  the harness itself broke, or what it needs is missing`;
