/** The faults of a SAML identity provider that a scenario can name. */
import { type ListedFault, listed } from '../listed-fault.ts';
import { samlAssertionUnsigned } from './assertion-unsigned.ts';
import { samlAttributeMissing } from './attribute-missing.ts';
import { samlAttributeRenamed } from './attribute-renamed.ts';
import { samlCertificateRotated } from './certificate-rotated.ts';
import { samlClockAhead } from './clock-ahead.ts';
import { samlClockBehind } from './clock-behind.ts';
import { samlDisabled } from './disabled.ts';
import { samlEncrypted } from './encrypted.ts';
import { samlEncryptedToSomebodyElse } from './encrypted-to-somebody-else.ts';
import { samlMetadataExpired } from './metadata-expired.ts';
import { samlMetadataIsAPage } from './metadata-is-a-page.ts';
import { samlMetadataMissing } from './metadata-missing.ts';
import { samlMetadataOfAnotherEntity } from './metadata-of-another-entity.ts';
import { samlMetadataPointsElsewhere } from './metadata-points-elsewhere.ts';
import { samlNamesByAddress } from './names-by-address.ts';
import { samlNamesForOneSession } from './names-for-one-session.ts';
import { samlNothingSigned } from './nothing-signed.ts';
import { samlRemoved } from './removed.ts';
import { samlResponseUnsigned } from './response-unsigned.ts';
import { samlSignedWithSha1 } from './signed-with-sha-1.ts';
import { samlSignedWithSha512 } from './signed-with-sha-512.ts';
import { samlWrongAddress } from './wrong-address.ts';

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
};

export const samlFaults: readonly ListedFault[] = listed('saml', {
  'certificate-rotated': samlCertificateRotated,
  'assertion-unsigned': samlAssertionUnsigned,
  'response-unsigned': samlResponseUnsigned,
  'nothing-signed': samlNothingSigned,
  'signed-with-sha-1': samlSignedWithSha1,
  'signed-with-sha-512': samlSignedWithSha512,
  'names-for-one-session': samlNamesForOneSession,
  'names-by-address': samlNamesByAddress,
  'attribute-missing': samlAttributeMissing,
  'attribute-renamed': samlAttributeRenamed,
  encrypted: samlEncrypted,
  'encrypted-to-somebody-else': samlEncryptedToSomebodyElse,
  'wrong-address': samlWrongAddress,
  disabled: samlDisabled,
  removed: samlRemoved,
  'metadata-missing': samlMetadataMissing,
  'metadata-is-a-page': samlMetadataIsAPage,
  'metadata-expired': samlMetadataExpired,
  'metadata-of-another-entity': samlMetadataOfAnotherEntity,
  'metadata-points-elsewhere': samlMetadataPointsElsewhere,
  'clock-ahead': samlClockAhead,
  'clock-behind': samlClockBehind,
});
