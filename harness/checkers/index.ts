/** The door of the checkers: the invariants that every run is judged by. */
import type { Checker } from './checker.ts';
import { everyDecisionIsAuditedOnce } from './every-decision-is-audited-once.ts';
import { noSecretIsLeftBehind } from './no-secret-is-left-behind.ts';
import { nothingCrossesThatTheTableDoesNotAllow } from './nothing-crosses-that-the-table-does-not-allow.ts';

export { type Checker, type RunEvidence, runChecker } from './checker.ts';
export { everyDecisionIsAuditedOnce, noSecretIsLeftBehind, nothingCrossesThatTheTableDoesNotAllow };

export const checkers: readonly Checker[] = [everyDecisionIsAuditedOnce, noSecretIsLeftBehind, nothingCrossesThatTheTableDoesNotAllow];
