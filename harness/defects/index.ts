/** The one door of the planted defects. Only tests may open it: nothing that `run` or `up` reaches imports it (S6). */

export { signInAdoptsTheCookie } from './adopted-session.ts';
export { framesAreAllowed, leftPagesRememberAll, pagesAreKept } from './careless-front.ts';
export { defects } from './catalogue.ts';
export { logoutEndsNothing } from './deaf-logout.ts';
export type { Defect, HarnessDefect, PlantingSite, SystemDefect, WorldDefect } from './defect.ts';
export {
  blamesAnotherAndRefuses,
  changesTheDirectoryAndRefuses,
  groupsDoNotLast,
  keepsAnUploadAndRefuses,
  opensTheIssueAndRefuses,
} from './done-all-the-same.ts';
export { undeclaredOpenRow } from './drifted-routes.ts';
export { everybodyLandsOnTheFrontPage } from './forgetful-sign-in.ts';
export { answersAreNotKept, checkerBreaks, checkerLooksAway, secretsAreNotKnown, tapIsMute } from './harness-checkers.ts';
export { faultDoesNotInstall, healDoesNotHeal, probeIsBlind, probeSaysAlwaysPresent } from './harness-faults.ts';
export { claimsNothing, honestActIsNotHonest, observersHearNothing } from './harness-scenarios.ts';
export { keyRefreshAtLogin, lookupAtLogin, rawSocketAtLogin } from './idp-contact.ts';
export { sessionsNeedTheIdp, startNeedsTheIdp } from './idp-dependence.ts';
export { everybodyReadsEveryIssue, talkativeWiki } from './indiscreet-products.ts';
export { descriptionsForEver } from './kept-descriptions.ts';
export { anyOrigin, anySignature } from './lenient-assertion.ts';
export { attestationAsSent } from './lenient-attestation.ts';
export { everybodyIsTheFirst, lastAnswerAgain } from './lenient-code-exchange.ts';
export { anyFraming } from './lenient-edge-parser.ts';
export { anyHandshake } from './lenient-handshake.ts';
export { emailIsTheIdentity, keysForEver } from './lenient-identity.ts';
export { demandsNoKey } from './lenient-idp.ts';
export {
  anyCaseMatches,
  anyMethodMatches,
  everyRowIsOpen,
  lastingRowsAreMissing,
  longerPathsMatch,
  targetsAreRepaired,
} from './lenient-ingress.ts';
export { lenientOidcLibrary } from './lenient-oidc-library.ts';
export { anyCertificate } from './lenient-outbound.ts';
export { peerAddressFromHeader } from './lenient-peer-address.ts';
export { anySamlSignature, lenientSamlLibrary } from './lenient-saml.ts';
export { anyScimSchema, anyScimToken } from './lenient-scim.ts';
export { connectorsSuspendNobody, loopsAreStoppedForEver, loopsAreStoppedLate } from './misled-guards.ts';
export { automationIsNeeded } from './needless-automation.ts';
export { emailIsNeeded, groupsAreNeeded, lifetimeIsNeeded } from './needless-claims.ts';
export {
  samlCertificateForEver,
  samlNeedsAnEmail,
  samlNeedsASignedEnvelope,
  samlNeedsGroups,
  samlNeedsReadableAssertions,
  samlNeedsSha256,
} from './needless-saml.ts';
export { plantedWorld } from './planted-world.ts';
export {
  addressIsTheSession,
  hashIsTheSession,
  partOfTheCookieCounts,
  signOnIsTheSession,
  tokenIsTheSession,
} from './remembering-front.ts';
export { everythingIsARequest, firstCookieCounts, lastCookieCounts } from './repairing-front.ts';
export { ruleOff, ruleOffDefect, ruleTooStrict, ruleTooStrictDefect } from './rule-off.ts';
export { codesOf } from './rules.ts';
export { changedLog, decisionsWithoutRecord } from './spoiled-records.ts';
export { everybodyIsAskedAgain, startPageSaysNothing, tokensForTheStartPage } from './start-page-flaws.ts';
export { talkativeRefusal, whisperingRefusal } from './talkative-refusal.ts';
