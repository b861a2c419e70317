/** The exit codes of a run, for people. */
export const exitCodeHelp = `Exit codes:
  0    all planned checks passed
  1    a check failed
  2    something on the command line is wrong
  3    inconclusive, interrupted, or not everything that was planned was run
  4    the harness itself broke, or what it needs is missing
  130  ended at once by a second Ctrl-C

The first Ctrl-C lets what is under way end, and writes the report of what ran.
npm and npx are ended by the same Ctrl-C, so behind them a shell shows 130,
whatever this program ended with; its own code stands in the report.`;
