/** The door of the checkers: the invariants that every run is judged by. */
import type { Checker } from './checker.ts';
import { everyAnswerBelongsToARow } from './every-answer-belongs-to-a-row.ts';
import { everyDecisionIsAuditedOnce } from './every-decision-is-audited-once.ts';
import { everyFaultHeals } from './every-fault-heals.ts';
import { everySignInIsAuditedOnce } from './every-sign-in-is-audited-once.ts';
import { everySocketIsDeclared } from './every-socket-is-declared.ts';
import { everyZoneIsHeard } from './every-zone-is-heard.ts';
import { noIdentityDataIsLeftBehind } from './no-identity-data-is-left-behind.ts';
import { noRefusalOpensASession } from './no-refusal-opens-a-session.ts';
import { noSecretIsLeftBehind } from './no-secret-is-left-behind.ts';
import { nothingCrossesThatTheTableDoesNotAllow } from './nothing-crosses-that-the-table-does-not-allow.ts';
import { nothingReachesAnotherCloud } from './nothing-reaches-another-cloud.ts';
import { sessionsEndWhenTheyMust } from './sessions-end-when-they-must.ts';
import { theAuditChainIsWhole } from './the-audit-chain-is-whole.ts';

export { type Checker, type Healing, type RunEvidence, runChecker } from './checker.ts';
export {
  everyAnswerBelongsToARow,
  everyDecisionIsAuditedOnce,
  everyFaultHeals,
  everySignInIsAuditedOnce,
  everySocketIsDeclared,
  everyZoneIsHeard,
  noIdentityDataIsLeftBehind,
  noRefusalOpensASession,
  noSecretIsLeftBehind,
  nothingCrossesThatTheTableDoesNotAllow,
  nothingReachesAnotherCloud,
  sessionsEndWhenTheyMust,
  theAuditChainIsWhole,
};

export const checkers: readonly Checker[] = [
  everyDecisionIsAuditedOnce,
  everySignInIsAuditedOnce,
  everyAnswerBelongsToARow,
  theAuditChainIsWhole,
  noRefusalOpensASession,
  sessionsEndWhenTheyMust,
  noSecretIsLeftBehind,
  noIdentityDataIsLeftBehind,
  nothingCrossesThatTheTableDoesNotAllow,
  nothingReachesAnotherCloud,
  everySocketIsDeclared,
  everyZoneIsHeard,
  everyFaultHeals,
];
