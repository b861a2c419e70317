/** The faults of an OpenID provider that a scenario can name. */
import { type ListedFault, listed } from '../listed-fault.ts';
import { acrMissing } from './acr-missing.ts';
import { acrNotHonoured } from './acr-not-honoured.ts';
import { algorithmChanged } from './algorithm-changed.ts';
import { clientAuthenticationChanged } from './client-authentication-changed.ts';
import { clientDeleted } from './client-deleted.ts';
import { clientDisabled } from './client-disabled.ts';
import { clientSecretRotated, newestClientSecret } from './client-secret-rotated.ts';
import { clockAhead } from './clock-ahead.ts';
import { clockBehind } from './clock-behind.ts';
import { consentForced } from './consent-forced.ts';
import { discoveryIsAPage } from './discovery-is-a-page.ts';
import { discoveryMissing } from './discovery-missing.ts';
import { discoveryNamesAnotherIssuer } from './discovery-names-another-issuer.ts';
import { discoveryPointsElsewhere } from './discovery-points-elsewhere.ts';
import { emailMissing } from './email-missing.ts';
import { emailNull } from './email-null.ts';
import { emailOfAnotherType } from './email-of-another-type.ts';
import { groupsMissing } from './groups-missing.ts';
import { groupsRenamed } from './groups-renamed.ts';
import { idTokensEncrypted } from './id-tokens-encrypted.ts';
import { issuerChanged } from './issuer-changed.ts';
import { keysEmpty } from './keys-empty.ts';
import { keysFail } from './keys-fail.ts';
import { keysRotatedWithOverlap } from './keys-rotated-with-overlap.ts';
import { keysRotatedWithoutOverlap } from './keys-rotated-without-overlap.ts';
import { keysShareAnId } from './keys-share-an-id.ts';
import { keysSlow } from './keys-slow.ts';
import { keysTooMany } from './keys-too-many.ts';
import { realmDisabled } from './realm-disabled.ts';
import { realmHalfImported } from './realm-half-imported.ts';
import { redirectUriRemoved } from './redirect-uri-removed.ts';
import { scopeRemoved } from './scope-removed.ts';
import { subjectChanged } from './subject-changed.ts';
import { tokenEndpointFails } from './token-endpoint-fails.ts';
import { tokenLifetimeZero } from './token-lifetime-zero.ts';

export {
  acrMissing,
  acrNotHonoured,
  algorithmChanged,
  clientAuthenticationChanged,
  clientDeleted,
  clientDisabled,
  clientSecretRotated,
  clockAhead,
  clockBehind,
  consentForced,
  discoveryIsAPage,
  discoveryMissing,
  discoveryNamesAnotherIssuer,
  discoveryPointsElsewhere,
  emailMissing,
  emailNull,
  emailOfAnotherType,
  groupsMissing,
  groupsRenamed,
  idTokensEncrypted,
  issuerChanged,
  keysEmpty,
  keysFail,
  keysRotatedWithOverlap,
  keysRotatedWithoutOverlap,
  keysShareAnId,
  keysSlow,
  keysTooMany,
  newestClientSecret,
  realmDisabled,
  realmHalfImported,
  redirectUriRemoved,
  scopeRemoved,
  subjectChanged,
  tokenEndpointFails,
  tokenLifetimeZero,
};

export const oidcFaults: readonly ListedFault[] = listed('oidc', {
  'client-secret-rotated': clientSecretRotated,
  'discovery-missing': discoveryMissing,
  'discovery-is-a-page': discoveryIsAPage,
  'discovery-names-another-issuer': discoveryNamesAnotherIssuer,
  'discovery-points-elsewhere': discoveryPointsElsewhere,
  'issuer-changed': issuerChanged,
  'token-endpoint-fails': tokenEndpointFails,
  'keys-empty': keysEmpty,
  'keys-fail': keysFail,
  'keys-slow': keysSlow,
  'keys-too-many': keysTooMany,
  'keys-share-an-id': keysShareAnId,
  'keys-rotated-with-overlap': keysRotatedWithOverlap,
  'keys-rotated-without-overlap': keysRotatedWithoutOverlap,
  'algorithm-changed': algorithmChanged,
  'client-deleted': clientDeleted,
  'client-disabled': clientDisabled,
  'client-authentication-changed': clientAuthenticationChanged,
  'redirect-uri-removed': redirectUriRemoved,
  'realm-disabled': realmDisabled,
  'realm-half-imported': realmHalfImported,
  'scope-removed': scopeRemoved,
  'email-missing': emailMissing,
  'email-null': emailNull,
  'email-of-another-type': emailOfAnotherType,
  'groups-missing': groupsMissing,
  'groups-renamed': groupsRenamed,
  'acr-missing': acrMissing,
  'acr-not-honoured': acrNotHonoured,
  'token-lifetime-zero': tokenLifetimeZero,
  'clock-ahead': clockAhead,
  'clock-behind': clockBehind,
  'subject-changed': subjectChanged,
  'id-tokens-encrypted': idTokensEncrypted,
  'consent-forced': consentForced,
});
