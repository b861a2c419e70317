/** Whose signatures count: what was set, and where the profile has it, what the metadata named when it was last seen; never what was struck out, or could not have been set (C-04). */
import type { SamlSettings } from '../../../kernel/idp-settings.ts';
import type { ListedCertificate, ListedKey } from '../../../kernel/listed-keys.ts';
import { type IdpCertificate, readCertificates } from './certificates.ts';
import type { SamlKeys } from './own-keys/stored.ts';
import { lastSeen, type SamlParts, samlOnly } from './parts.ts';

/** Each once. */
export const trustedCertificates = (parts: SamlParts, settings: SamlSettings): readonly IdpCertificate[] => {
  const known = [...readCertificates(settings.certificates), ...(settings.profile.certificatesFromMetadata ? named(parts, settings) : [])];
  return onceEach(known.filter((certificate) => certificate.strong && !isStruckOut(certificate, settings)));
};

const onceEach = <Of extends Pick<IdpCertificate, 'fingerprint'>>(all: readonly Of[]): readonly Of[] =>
  all.filter(({ fingerprint }, index) => all.findIndex((other) => other.fingerprint === fingerprint) === index);

const named = (parts: SamlParts, settings: SamlSettings): readonly IdpCertificate[] =>
  readCertificates(lastSeen(parts, settings)?.certificatePems ?? []);
const isStruckOut = ({ fingerprint }: IdpCertificate, { struckOutCertificates }: SamlSettings): boolean =>
  struckOutCertificates.includes(fingerprint);

/** All that are known, what is set first; one that is both set and named is listed as set. */
export function listedCertificates(parts: SamlParts): readonly ListedCertificate[] {
  const settings = samlOnly(parts.settings.current());
  if (!settings) return [];
  const shown =
    (from: ListedCertificate['from']) =>
    (certificate: IdpCertificate): ListedCertificate => {
      const { fingerprint, notBeforeMs, notAfterMs, strong } = certificate;
      const counts = strong && (from === 'settings' || settings.profile.certificatesFromMetadata);
      return {
        fingerprint,
        notBeforeMs,
        notAfterMs,
        from,
        use: isStruckOut(certificate, settings) ? 'struck-out' : counts ? 'accepted' : 'only-shown',
      };
    };
  return onceEach([...readCertificates(settings.certificates).map(shown('settings')), ...named(parts, settings).map(shown('metadata'))]);
}

/** Ours, by which the identity provider believes us and encrypts to us: it has to be told before they end. */
export const listedOwnKeys = (keys: SamlKeys | undefined): readonly ListedKey[] =>
  keys === undefined
    ? []
    : (
        [
          ['Signs what we say by SAML', keys.signing],
          ['Opens what is said to us by SAML', keys.encryption],
        ] as const
      ).flatMap(([use, { certificatePem }]) =>
        readCertificates([certificatePem]).map(({ fingerprint, notBeforeMs, notAfterMs }) => ({
          use,
          name: fingerprint,
          madeAtMs: notBeforeMs,
          notAfterMs,
        })),
      );
