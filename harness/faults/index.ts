/** All faults that a scenario can name. */

import { addressOfAnAdmin } from './compromised/address-of-an-admin.ts';
import { keyStolen } from './compromised/key-stolen.ts';
import { vouchesForAStranger } from './compromised/vouches-for-a-stranger.ts';
import { vouchesForAnAdmin } from './compromised/vouches-for-an-admin.ts';
import { vouchesForAnotherHouse } from './compromised/vouches-for-another-house.ts';
import { vouchesForBreakGlass } from './compromised/vouches-for-break-glass.ts';
import type { Fault } from './fault.ts';
import { answers500 } from './network/answers-500.ts';
import { answers502 } from './network/answers-502.ts';
import { answers503 } from './network/answers-503.ts';
import { answers504 } from './network/answers-504.ts';
import { answersBreakOff } from './network/answers-break-off.ts';
import { blackHole } from './network/black-hole.ts';
import { certificateExpired } from './network/certificate-expired.ts';
import { certificateNotTrusted } from './network/certificate-not-trusted.ts';
import { certificateOfAnotherName } from './network/certificate-of-another-name.ts';
import { connectionsRefused } from './network/connections-refused.ts';
import { discoveryOversized } from './network/discovery-oversized.ts';
import { discoveryTruncated } from './network/discovery-truncated.ts';
import { dnsNameGone } from './network/dns-name-gone.ts';
import { dnsNameLeadsElsewhere } from './network/dns-name-leads-elsewhere.ts';
import { drippingBody } from './network/dripping-body.ts';
import { flapping } from './network/flapping.ts';
import { keysOfAnotherContentType } from './network/keys-of-another-content-type.ts';
import { redirectsForEver } from './network/redirects-for-ever.ts';
import { slowBeyondTheLimit } from './network/slow-beyond-the-limit.ts';
import { slowToConnect } from './network/slow-to-connect.ts';
import { tlsTooOld } from './network/tls-too-old.ts';
import { acrMissing } from './oidc/acr-missing.ts';
import { acrNotHonoured } from './oidc/acr-not-honoured.ts';
import { algorithmChanged } from './oidc/algorithm-changed.ts';
import { clientAuthenticationChanged } from './oidc/client-authentication-changed.ts';
import { clientDeleted } from './oidc/client-deleted.ts';
import { clientDisabled } from './oidc/client-disabled.ts';
import { clientSecretRotated, newestClientSecret } from './oidc/client-secret-rotated.ts';
import { clockAhead } from './oidc/clock-ahead.ts';
import { clockBehind } from './oidc/clock-behind.ts';
import { consentForced } from './oidc/consent-forced.ts';
import { discoveryIsAPage } from './oidc/discovery-is-a-page.ts';
import { discoveryMissing } from './oidc/discovery-missing.ts';
import { discoveryNamesAnotherIssuer } from './oidc/discovery-names-another-issuer.ts';
import { discoveryPointsElsewhere } from './oidc/discovery-points-elsewhere.ts';
import { emailMissing } from './oidc/email-missing.ts';
import { emailNull } from './oidc/email-null.ts';
import { emailOfAnotherType } from './oidc/email-of-another-type.ts';
import { groupsMissing } from './oidc/groups-missing.ts';
import { groupsRenamed } from './oidc/groups-renamed.ts';
import { idTokensEncrypted } from './oidc/id-tokens-encrypted.ts';
import { issuerChanged } from './oidc/issuer-changed.ts';
import { keysEmpty } from './oidc/keys-empty.ts';
import { keysFail } from './oidc/keys-fail.ts';
import { keysRotatedWithOverlap } from './oidc/keys-rotated-with-overlap.ts';
import { keysRotatedWithoutOverlap } from './oidc/keys-rotated-without-overlap.ts';
import { keysShareAnId } from './oidc/keys-share-an-id.ts';
import { keysSlow } from './oidc/keys-slow.ts';
import { keysTooMany } from './oidc/keys-too-many.ts';
import { realmDisabled } from './oidc/realm-disabled.ts';
import { realmHalfImported } from './oidc/realm-half-imported.ts';
import { redirectUriRemoved } from './oidc/redirect-uri-removed.ts';
import { scopeRemoved } from './oidc/scope-removed.ts';
import { subjectChanged } from './oidc/subject-changed.ts';
import { tokenEndpointFails } from './oidc/token-endpoint-fails.ts';
import { tokenLifetimeZero } from './oidc/token-lifetime-zero.ts';
import { idpHangs } from './process/idp-hangs.ts';
import { idpKilled } from './process/idp-killed.ts';
import { restartedEmpty } from './process/restarted-empty.ts';
import { samlFaults } from './saml/index.ts';

export type { Fault } from './fault.ts';
export {
  samlAssertionUnsigned,
  samlAttributeMissing,
  samlAttributeRenamed,
  samlCertificateRotated,
  samlClockAhead,
  samlClockBehind,
  samlDisabled,
  samlEncrypted,
  samlEncryptedToSomebodyElse,
  samlMetadataExpired,
  samlMetadataIsAPage,
  samlMetadataMissing,
  samlMetadataOfAnotherEntity,
  samlMetadataPointsElsewhere,
  samlNamesByAddress,
  samlNamesForOneSession,
  samlNothingSigned,
  samlRemoved,
  samlResponseUnsigned,
  samlSignedWithSha1,
  samlSignedWithSha512,
  samlWrongAddress,
} from './saml/index.ts';
export {
  acrMissing,
  acrNotHonoured,
  addressOfAnAdmin,
  algorithmChanged,
  answers500,
  answers502,
  answers503,
  answers504,
  answersBreakOff,
  blackHole,
  certificateExpired,
  certificateNotTrusted,
  certificateOfAnotherName,
  clientAuthenticationChanged,
  clientDeleted,
  clientDisabled,
  clientSecretRotated,
  clockAhead,
  clockBehind,
  connectionsRefused,
  consentForced,
  discoveryIsAPage,
  discoveryMissing,
  discoveryNamesAnotherIssuer,
  discoveryOversized,
  discoveryPointsElsewhere,
  discoveryTruncated,
  dnsNameGone,
  dnsNameLeadsElsewhere,
  drippingBody,
  emailMissing,
  emailNull,
  emailOfAnotherType,
  flapping,
  groupsMissing,
  groupsRenamed,
  idpHangs,
  idpKilled,
  idTokensEncrypted,
  issuerChanged,
  keyStolen,
  keysEmpty,
  keysFail,
  keysOfAnotherContentType,
  keysRotatedWithOverlap,
  keysRotatedWithoutOverlap,
  keysShareAnId,
  keysSlow,
  keysTooMany,
  newestClientSecret,
  realmDisabled,
  realmHalfImported,
  redirectsForEver,
  redirectUriRemoved,
  restartedEmpty,
  scopeRemoved,
  slowBeyondTheLimit,
  slowToConnect,
  subjectChanged,
  tlsTooOld,
  tokenEndpointFails,
  tokenLifetimeZero,
  vouchesForAnAdmin,
  vouchesForAnotherHouse,
  vouchesForAStranger,
  vouchesForBreakGlass,
};

/** `file` is the path from the project's root. */
export type ListedFault = { readonly file: string; readonly fault: Fault };

const inFile = (fault: Fault, name: string): ListedFault => ({ fault, file: `harness/faults/${name}.ts` });

export const faults: readonly ListedFault[] = [
  inFile(connectionsRefused, 'network/connections-refused'),
  inFile(blackHole, 'network/black-hole'),
  inFile(slowBeyondTheLimit, 'network/slow-beyond-the-limit'),
  inFile(answers503, 'network/answers-503'),
  inFile(certificateNotTrusted, 'network/certificate-not-trusted'),
  inFile(certificateExpired, 'network/certificate-expired'),
  inFile(certificateOfAnotherName, 'network/certificate-of-another-name'),
  inFile(dnsNameGone, 'network/dns-name-gone'),
  inFile(answers500, 'network/answers-500'),
  inFile(answers502, 'network/answers-502'),
  inFile(answers504, 'network/answers-504'),
  inFile(redirectsForEver, 'network/redirects-for-ever'),
  inFile(tlsTooOld, 'network/tls-too-old'),
  inFile(slowToConnect, 'network/slow-to-connect'),
  inFile(drippingBody, 'network/dripping-body'),
  inFile(answersBreakOff, 'network/answers-break-off'),
  inFile(dnsNameLeadsElsewhere, 'network/dns-name-leads-elsewhere'),
  inFile(flapping, 'network/flapping'),
  inFile(discoveryTruncated, 'network/discovery-truncated'),
  inFile(discoveryOversized, 'network/discovery-oversized'),
  inFile(keysOfAnotherContentType, 'network/keys-of-another-content-type'),
  inFile(idpHangs, 'process/idp-hangs'),
  inFile(idpKilled, 'process/idp-killed'),
  inFile(restartedEmpty, 'process/restarted-empty'),
  inFile(clientSecretRotated, 'oidc/client-secret-rotated'),
  inFile(discoveryMissing, 'oidc/discovery-missing'),
  inFile(discoveryIsAPage, 'oidc/discovery-is-a-page'),
  inFile(discoveryNamesAnotherIssuer, 'oidc/discovery-names-another-issuer'),
  inFile(discoveryPointsElsewhere, 'oidc/discovery-points-elsewhere'),
  inFile(issuerChanged, 'oidc/issuer-changed'),
  inFile(tokenEndpointFails, 'oidc/token-endpoint-fails'),
  inFile(keysEmpty, 'oidc/keys-empty'),
  inFile(keysFail, 'oidc/keys-fail'),
  inFile(keysSlow, 'oidc/keys-slow'),
  inFile(keysTooMany, 'oidc/keys-too-many'),
  inFile(keysShareAnId, 'oidc/keys-share-an-id'),
  inFile(keysRotatedWithOverlap, 'oidc/keys-rotated-with-overlap'),
  inFile(keysRotatedWithoutOverlap, 'oidc/keys-rotated-without-overlap'),
  inFile(algorithmChanged, 'oidc/algorithm-changed'),
  inFile(clientDeleted, 'oidc/client-deleted'),
  inFile(clientDisabled, 'oidc/client-disabled'),
  inFile(clientAuthenticationChanged, 'oidc/client-authentication-changed'),
  inFile(redirectUriRemoved, 'oidc/redirect-uri-removed'),
  inFile(realmDisabled, 'oidc/realm-disabled'),
  inFile(realmHalfImported, 'oidc/realm-half-imported'),
  inFile(scopeRemoved, 'oidc/scope-removed'),
  inFile(emailMissing, 'oidc/email-missing'),
  inFile(emailNull, 'oidc/email-null'),
  inFile(emailOfAnotherType, 'oidc/email-of-another-type'),
  inFile(groupsMissing, 'oidc/groups-missing'),
  inFile(groupsRenamed, 'oidc/groups-renamed'),
  inFile(acrMissing, 'oidc/acr-missing'),
  inFile(acrNotHonoured, 'oidc/acr-not-honoured'),
  inFile(tokenLifetimeZero, 'oidc/token-lifetime-zero'),
  inFile(clockAhead, 'oidc/clock-ahead'),
  inFile(clockBehind, 'oidc/clock-behind'),
  inFile(subjectChanged, 'oidc/subject-changed'),
  inFile(idTokensEncrypted, 'oidc/id-tokens-encrypted'),
  inFile(consentForced, 'oidc/consent-forced'),
  ...samlFaults.map(({ fault, name }) => inFile(fault, `saml/${name}`)),
  inFile(addressOfAnAdmin, 'compromised/address-of-an-admin'),
  inFile(vouchesForAnAdmin, 'compromised/vouches-for-an-admin'),
  inFile(vouchesForBreakGlass, 'compromised/vouches-for-break-glass'),
  inFile(vouchesForAStranger, 'compromised/vouches-for-a-stranger'),
  inFile(vouchesForAnotherHouse, 'compromised/vouches-for-another-house'),
  inFile(keyStolen, 'compromised/key-stolen'),
];
