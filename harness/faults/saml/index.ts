/** The faults of a SAML identity provider that a scenario can name. */
import type { Fault } from '../fault.ts';
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

/** `name` is that of the file in this folder. */
export const samlFaults: readonly { readonly fault: Fault; readonly name: string }[] = [
  { fault: samlCertificateRotated, name: 'certificate-rotated' },
  { fault: samlAssertionUnsigned, name: 'assertion-unsigned' },
  { fault: samlResponseUnsigned, name: 'response-unsigned' },
  { fault: samlNothingSigned, name: 'nothing-signed' },
  { fault: samlSignedWithSha1, name: 'signed-with-sha-1' },
  { fault: samlSignedWithSha512, name: 'signed-with-sha-512' },
  { fault: samlNamesForOneSession, name: 'names-for-one-session' },
  { fault: samlNamesByAddress, name: 'names-by-address' },
  { fault: samlAttributeMissing, name: 'attribute-missing' },
  { fault: samlAttributeRenamed, name: 'attribute-renamed' },
  { fault: samlEncrypted, name: 'encrypted' },
  { fault: samlEncryptedToSomebodyElse, name: 'encrypted-to-somebody-else' },
  { fault: samlWrongAddress, name: 'wrong-address' },
  { fault: samlDisabled, name: 'disabled' },
  { fault: samlRemoved, name: 'removed' },
  { fault: samlMetadataMissing, name: 'metadata-missing' },
  { fault: samlMetadataIsAPage, name: 'metadata-is-a-page' },
  { fault: samlMetadataExpired, name: 'metadata-expired' },
  { fault: samlMetadataOfAnotherEntity, name: 'metadata-of-another-entity' },
  { fault: samlMetadataPointsElsewhere, name: 'metadata-points-elsewhere' },
  { fault: samlClockAhead, name: 'clock-ahead' },
  { fault: samlClockBehind, name: 'clock-behind' },
];
