/** Every defect that can be planted, by name: what the tests of the teeth go through. */
import { releasedPolicy } from '../target/reference/index.ts';
import { signInAdoptsTheCookie } from './adopted-session.ts';
import { framesAreAllowed, leftPagesRememberAll, pagesAreKept } from './careless-front.ts';
import { logoutEndsNothing } from './deaf-logout.ts';
import type { Defect } from './defect.ts';
import { groupsDoNotLast } from './done-all-the-same.ts';
import { undeclaredOpenRow } from './drifted-routes.ts';
import { everybodyLandsOnTheFrontPage } from './forgetful-sign-in.ts';
import { answersAreNotKept, checkerBreaks, checkerLooksAway, secretsAreNotKnown, tapIsMute } from './harness-checkers.ts';
import { faultDoesNotInstall, healDoesNotHeal, probeIsBlind, probeSaysAlwaysPresent } from './harness-faults.ts';
import { claimsNothing, honestActIsNotHonest, observersHearNothing } from './harness-scenarios.ts';
import { keyRefreshAtLogin, lookupAtLogin, rawSocketAtLogin } from './idp-contact.ts';
import { sessionsNeedTheIdp, startNeedsTheIdp } from './idp-dependence.ts';
import { everybodyReadsEveryIssue, talkativeWiki } from './indiscreet-products.ts';
import { descriptionsForEver } from './kept-descriptions.ts';
import { anyOrigin, anySignature } from './lenient-assertion.ts';
import { attestationAsSent } from './lenient-attestation.ts';
import { everybodyIsTheFirst, lastAnswerAgain } from './lenient-code-exchange.ts';
import { anyFraming } from './lenient-edge-parser.ts';
import { anyHandshake } from './lenient-handshake.ts';
import { emailIsTheIdentity, keysForEver } from './lenient-identity.ts';
import { demandsNoKey } from './lenient-idp.ts';
import {
  anyCaseMatches,
  anyMethodMatches,
  everyRowIsOpen,
  lastingRowsAreMissing,
  longerPathsMatch,
  targetsAreRepaired,
} from './lenient-ingress.ts';
import { lenientOidcLibrary } from './lenient-oidc-library.ts';
import { anyCertificate } from './lenient-outbound.ts';
import { peerAddressFromHeader } from './lenient-peer-address.ts';
import { anySamlSignature, lenientSamlLibrary } from './lenient-saml.ts';
import { anyScimSchema, anyScimToken } from './lenient-scim.ts';
import { connectorsSuspendNobody, loopsAreStoppedForEver, loopsAreStoppedLate } from './misled-guards.ts';
import { automationIsNeeded } from './needless-automation.ts';
import { emailIsNeeded, groupsAreNeeded, lifetimeIsNeeded } from './needless-claims.ts';
import {
  samlCertificateForEver,
  samlNeedsAnEmail,
  samlNeedsASignedEnvelope,
  samlNeedsGroups,
  samlNeedsReadableAssertions,
  samlNeedsSha256,
} from './needless-saml.ts';
import {
  addressIsTheSession,
  hashIsTheSession,
  partOfTheCookieCounts,
  signOnIsTheSession,
  tokenIsTheSession,
} from './remembering-front.ts';
import { everythingIsARequest, firstCookieCounts, lastCookieCounts } from './repairing-front.ts';
import { ruleOffDefect } from './rule-off.ts';
import { codesOf } from './rules.ts';
import { changedLog, decisionsWithoutRecord } from './spoiled-records.ts';
import { everybodyIsAskedAgain, startPageSaysNothing, tokensForTheStartPage } from './start-page-flaws.ts';
import { talkativeRefusal, whisperingRefusal } from './talkative-refusal.ts';

/** One `rule-off` for every rule of the released tables, then all others. Rules that are too strict are made by code, with `ruleTooStrictDefect`. */
export const defects: readonly Defect[] = Object.freeze([
  ...codesOf(releasedPolicy).map(ruleOffDefect),
  ...peerAddressFromHeader,
  anyFraming,
  everythingIsARequest,
  firstCookieCounts,
  lastCookieCounts,
  addressIsTheSession,
  partOfTheCookieCounts,
  hashIsTheSession,
  signOnIsTheSession,
  tokenIsTheSession,
  framesAreAllowed,
  leftPagesRememberAll,
  pagesAreKept,
  anyHandshake,
  targetsAreRepaired,
  anyMethodMatches,
  anyCaseMatches,
  longerPathsMatch,
  everyRowIsOpen,
  lastingRowsAreMissing,
  anySignature,
  anyOrigin,
  attestationAsSent,
  anyCertificate,
  descriptionsForEver,
  lastAnswerAgain,
  everybodyIsTheFirst,
  lenientOidcLibrary,
  lenientSamlLibrary,
  anySamlSignature,
  anyScimToken,
  anyScimSchema,
  samlCertificateForEver,
  samlNeedsAnEmail,
  samlNeedsASignedEnvelope,
  samlNeedsGroups,
  samlNeedsReadableAssertions,
  samlNeedsSha256,
  talkativeRefusal,
  talkativeWiki,
  everybodyReadsEveryIssue,
  whisperingRefusal,
  keyRefreshAtLogin,
  lookupAtLogin,
  rawSocketAtLogin,
  sessionsNeedTheIdp,
  startNeedsTheIdp,
  automationIsNeeded,
  connectorsSuspendNobody,
  loopsAreStoppedLate,
  loopsAreStoppedForEver,
  groupsDoNotLast,
  emailIsNeeded,
  groupsAreNeeded,
  lifetimeIsNeeded,
  emailIsTheIdentity,
  keysForEver,
  demandsNoKey,
  logoutEndsNothing,
  signInAdoptsTheCookie,
  everybodyIsAskedAgain,
  everybodyLandsOnTheFrontPage,
  undeclaredOpenRow,
  startPageSaysNothing,
  tokensForTheStartPage,
  decisionsWithoutRecord,
  changedLog,
  faultDoesNotInstall,
  healDoesNotHeal,
  probeSaysAlwaysPresent,
  probeIsBlind,
  honestActIsNotHonest,
  claimsNothing,
  observersHearNothing,
  checkerLooksAway,
  checkerBreaks,
  tapIsMute,
  answersAreNotKept,
  secretsAreNotKnown,
]);
