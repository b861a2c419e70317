/** The teeth of the scenarios about break-glass. */
import {
  anyOrigin,
  anySignature,
  attestationAsSent,
  keyRefreshAtLogin,
  lookupAtLogin,
  peerAddressFromHeader,
  rawSocketAtLogin,
  talkativeRefusal,
  whisperingRefusal,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, heard, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

const login = 'break-glass.login';

const registration = 'break-glass.registration';

/** All that keeps software out, but for the one rule that a scenario is about. */
const hardwareRules = [
  `${registration}.root-not-trusted`,
  `${registration}.authenticator-not-listed`,
  `${registration}.model-not-certified`,
] as const satisfies readonly SystemRefusal[];
const keyProofRules = [
  `${login}.key-unreadable`,
  `${login}.key-unknown`,
  `${login}.challenge-other`,
  `${login}.origin-other`,
  `${login}.rp-id-other`,
  `${login}.user-handle-other`,
  `${login}.user-not-present`,
  `${login}.user-not-verified`,
  `${login}.library-refused`,
] as const satisfies readonly SystemRefusal[];
const isRefused = (reason: string): string => `is refused with ${registration}.${reason}`;
const unlistedAddress = `is refused with ${login}.address-not-allowed`;

export const breakGlassTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  // Our own header is refused before anybody could believe it: the scenarios of the ingress are about it.
  'break-glass/a-forged-forwarding-header-opens-nothing': peerAddressFromHeader
    .filter(({ name }) => !name.endsWith('tempered-peer'))
    .map((defect) => arrivesInstead([defect], 'admin', unlistedAddress)),
  'break-glass/a-key-that-attests-itself-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.attestation-self`),
      `${registration}.root-not-trusted`,
      `is refused with ${registration}.attestation-self`,
    ),
    arrivesInstead(off(`${registration}.attestation-self`, ...hardwareRules), 'admin', `is refused with ${registration}.attestation-self`),
  ],
  'break-glass/a-key-without-attestation-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.attestation-none`),
      `${registration}.root-not-trusted`,
      `is refused with ${registration}.attestation-none`,
    ),
    arrivesInstead(off(`${registration}.attestation-none`, ...hardwareRules), 'admin', `is refused with ${registration}.attestation-none`),
  ],
  'break-glass/a-key-of-another-maker-cannot-be-registered': [
    refusedInstead(off(`${registration}.root-not-trusted`), `${registration}.authenticator-not-listed`, isRefused('root-not-trusted')),
    arrivesInstead(off(...hardwareRules), 'admin', isRefused('root-not-trusted')),
  ],
  'break-glass/a-key-of-an-unlisted-model-cannot-be-registered': [
    arrivesInstead(off(`${registration}.authenticator-not-listed`), 'admin', isRefused('authenticator-not-listed')),
  ],
  'break-glass/a-key-with-the-certificate-of-another-model-cannot-be-registered': [
    arrivesInstead([...off(`${registration}.model-not-certified`), attestationAsSent], 'admin', isRefused('model-not-certified')),
    refusedInstead(
      off(`${registration}.model-not-certified`),
      `${registration}.attestation-library-refused`,
      isRefused('model-not-certified'),
    ),
  ],
  'break-glass/a-key-with-an-expired-certificate-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.certificate-out-of-date`),
      `${registration}.authenticator-not-listed`,
      isRefused('certificate-out-of-date'),
    ),
    arrivesInstead(
      [...off(`${registration}.certificate-out-of-date`, `${registration}.authenticator-not-listed`), attestationAsSent],
      'admin',
      isRefused('certificate-out-of-date'),
    ),
  ],
  'break-glass/a-key-that-may-be-copied-cannot-be-registered': [
    arrivesInstead(off(`${registration}.key-not-hardware`), 'admin', isRefused('key-not-hardware')),
  ],
  'break-glass/a-key-with-a-forged-attestation-cannot-be-registered': [
    arrivesInstead([attestationAsSent], 'admin', isRefused('attestation-library-refused')),
  ],
  'break-glass/a-sign-in-with-an-assertion-from-a-look-alike-page-is-refused': [
    refusedInstead(off(`${login}.origin-other`), `${login}.library-refused`, `is refused with ${login}.origin-other`),
    arrivesInstead([...off(`${login}.origin-other`), anyOrigin], 'admin', `is refused with ${login}.origin-other`),
  ],
  'break-glass/a-sign-in-with-a-forged-signature-is-refused': [
    arrivesInstead([anySignature], 'admin', `is refused with ${login}.library-refused`),
    arrivesInstead(off(`${login}.library-refused`), 'admin', `is refused with ${login}.library-refused`),
  ],
  'break-glass/a-sign-in-from-an-unlisted-address-is-refused': [
    refusedInstead(off(`${login}.address-not-allowed`), `${login}.password-wrong`, unlistedAddress),
  ],
  'break-glass/a-sign-in-with-a-wrong-password-is-refused': [
    arrivesInstead(off(`${login}.password-wrong`), 'admin', `is refused with ${login}.password-wrong`),
  ],
  'break-glass/a-sign-in-with-the-key-of-another-account-is-refused': [
    arrivesInstead(off(`${login}.key-of-another-account`), 'admin', `is refused with ${login}.key-of-another-account`),
  ],
  'break-glass/a-sign-in-without-a-key-is-refused': [
    refusedInstead(off(`${login}.key-missing`), `${login}.challenge-other`, `is refused with ${login}.key-missing`),
    arrivesInstead(off(`${login}.key-missing`, ...keyProofRules), 'admin', `is refused with ${login}.key-missing`),
  ],
  'break-glass/an-outsider-sees-no-difference-between-refusals': [
    { plants: [talkativeRefusal], red: 'fail', failing: 'every refusal looks the same from outside', observed: 'password-wrong (page ' },
    { plants: [whisperingRefusal], red: 'fail', failing: 'every refusal looks the same from outside', observed: ' / ' },
  ],
  'break-glass/the-account-signs-in-while-the-idp-is-gone': [
    heard(keyRefreshAtLogin, 'a connection from 127.20.0.3 (black-hole)'),
    heard(lookupAtLogin, "idp.acme.test looked up past the world's table"),
    heard(rawSocketAtLogin, 'a socket that no declared way out opened'),
  ],
  'break-glass/the-key-of-a-browser-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.authenticator-denied`),
      `${registration}.root-not-trusted`,
      `is refused with ${registration}.authenticator-denied`,
    ),
    arrivesInstead(
      off(`${registration}.authenticator-denied`, ...hardwareRules),
      'admin',
      `is refused with ${registration}.authenticator-denied`,
    ),
  ],
  'break-glass/the-session-ends-at-thirty-minutes': [
    arrivesInstead(off('break-glass.session.expired'), 'admin', 'is refused with break-glass.session.expired'),
  ],
  'break-glass/the-session-is-refused-by-the-tracker': [
    refusedInstead(
      off('break-glass.session.outside-admin-hub'),
      'tracker.uct.issuer-unknown',
      'is refused with break-glass.session.outside-admin-hub',
    ),
  ],
  'break-glass/the-session-opens-admin-hub': [
    // The cookie of a session that counts as ended is taken away, and the next page is the front door.
    arrivesInstead(tooStrict('break-glass.session.superseded'), 'idp.acme.test', 'arrives on admin'),
    refusedInstead(tooStrict('admin-hub.access.not-org-admin'), 'admin-hub.access.not-org-admin', 'arrives on admin'),
  ],
};
