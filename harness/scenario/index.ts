/** The door for scenarios: how a claim is written, and what may be expected. */

export type { User } from '../actors/actors.ts';
export { scimPatch, scimUser } from '../automation/index.ts';
export type { Guise } from '../target/operations.ts';
export { adminHubContext } from './admin-hub-context.ts';
export { after, before } from './around-a-moment.ts';
export { claimOf } from './claim.ts';
export { contextTokenScenario } from './context-token-scenario.ts';
export { cookieScenario } from './cookie-scenario.ts';
export { activePeopleBecome, counted, everybodyIsBack, someWereGone } from './counted-people.ts';
export { demandedContextScenario, demandsTwoFactors } from './demanded-context-scenario.ts';
export { authorizationResponseScenario, idTokenScenario, keySetScenario, tokenAnswerScenario } from './deviation-scenarios.ts';
export { connectorFaultIsRefused, feedFaultIsRefused, nothingIsDone, rulesFaultIsRefused, watched } from './directory-fault-scenarios.ts';
export {
  groupIsThere,
  halfOfThePeople,
  idIn,
  imported,
  importedStaff,
  orgAdmin,
  type RuledStaff,
  ranJob,
  rosterIsTold,
  ruledStaff,
  type Staff,
  staffed,
} from './directory-kit.ts';
export { claimedDomain, lookedForProof, publishProof, publishProofBehindAnAlias } from './domains.ts';
export { dryRunLeavesSuspended, dryRunSays } from './dry-run.ts';
export { endedByIdpScenario, heldAtIdp, type KnownToIdp } from './ended-by-idp.ts';
export { type HeldBySaml, heldBySaml, postSamlLogout } from './ended-by-saml.ts';
export { driftOfExemptions, nothingIsExemptUndeclared } from './exemptions.ts';
export {
  afterwards,
  arrives,
  arrivesNowhere,
  auditIsWhole,
  during,
  happensInOrder,
  isSomebodyElseThanBefore,
  isWhoWasThereBefore,
  leadsTo,
  looksTheSame,
  refusedWith,
  saysThatTheIdpIsAway,
  shows,
  silenceTowardIdp,
  stopsAtTheIdp,
  theFirst,
  worksAgain,
} from './expectations.ts';
export { type FaultClaim, faultIsRefused, faultIsRiddenOut, faultStopsAtIdp } from './fault-scenarios.ts';
export { endOf, hearsOfANewIssue } from './following.ts';
export { adminEverywhere, framedByOthers, noPageIsShownInAFrame } from './framed-pages.ts';
export { handOverScenario } from './hand-over-scenario.ts';
export { discardedFromTheList, type HeldSeen, lookedAtHeld } from './held-changes.ts';
export { type HeldSession, heldSession } from './held-session.ts';
export { activateDraft, diagnosisLeadsTo, diagnosisLeadsToPerson, signedInAdmin, toldAllProblems } from './hub.ts';
export { importedAroundMidnight } from './imported-around-midnight.ts';
export { logoutTokenFor, logoutTokenScenario, postLogoutToken } from './logout-token-scenario.ts';
export { lookedBackAfterSigningOut, nothingIsSeenByGoingBack } from './looked-back.ts';
export { loopIsRefused, loopIsRiddenOut } from './loop-scenarios.ts';
export { operationsOf } from './operations-of.ts';
export { judgedByTable, placesToKnockAt } from './places-to-knock-at.ts';
export { signedOnAfterPlanting, usedAfterPlanting } from './planted-session.ts';
export { requestScenario } from './request-scenario.ts';
export { usedResponse } from './response-kit.ts';
export { routeTableScenario } from './route-table-scenario.ts';
export { handleOfSession } from './running-sessions.ts';
export { samlFaultIsRefused, samlFaultIsRiddenOut, samlFaultStopsAtIdp } from './saml-fault-scenarios.ts';
export { bringingAnswerLater, samlResponseScenario } from './saml-response-scenario.ts';
export { bySaml, certificateEndingIn, encryptedToUs, type SamlDemands, signInBySaml } from './saml-sign-in.ts';
export { type Expectation, type Scenario, scenario, type World } from './scenario.ts';
export { assertionScenario, attestationScenario } from './security-key-scenarios.ts';
export { limitSessions, sessionLimitsScenario } from './session-limits.ts';
export { signedIn, signedInUser } from './signed-in-user.ts';
export { atTheTiles, learntByStartPage, startPageLearnsNothing, startPageSays } from './start-page.ts';
export { startPageTokenScenario } from './start-page-token-scenario.ts';
export { staysSignedInUntil } from './stays-signed-in.ts';
export { feedFile, feedOfBytes, importUploaded, noUploadWaits, uploadedAndLookedAt } from './uploaded-feed.ts';
export { heardWhile, issueBy, issuesNoted, noIssueCalled, pageBy, readerOf } from './written-things.ts';
