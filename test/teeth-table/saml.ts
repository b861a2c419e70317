/** The teeth of the scenarios about SAML: the rule of each deviation left out and the second opinion silenced; then the person gets in, or the next rule refuses. */
import {
  anySamlSignature,
  descriptionsForEver,
  lenientSamlLibrary,
  logoutEndsNothing,
  samlCertificateForEver,
  samlNeedsAnEmail,
  samlNeedsASignedEnvelope,
  samlNeedsGroups,
  samlNeedsReadableAssertions,
  samlNeedsSha256,
} from '../../harness/defects/index.ts';
import { listedDeviations } from '../../harness/deviations/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { sessionRules } from './sign-in.ts';
import { arrivesInstead, off, type Planted, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

/** What is wrong in such a way that another rule refuses it, too: by that rule. For all that are not here, the person arrives in the tracker. */
const nextRule = {
  'session.hand-over.of-another-browser': ['to-the-request-of-somebody-else'],
  'session.host.idp-session-over': ['whose-session-has-ended'],
  'sso.saml-response.assertion-not-signed': ['whose-assertion-is-encrypted-to-somebody-else'],
  'sso.saml-response.assertion-version-other': [
    'altered-after-it-was-signed',
    'signed-by-a-stranger-in-the-name-of-the-realm',
    'signed-by-a-stranger-who-names-nobody',
    'whose-assertion-is-not-signed',
    'whose-signature-brings-a-bare-key',
    'with-another-digest',
    'without-a-signature',
  ],
  'sso.saml-response.assertions-several': ['with-the-id-of-the-signed-assertion-on-a-forged-one', 'without-an-assertion'],
  'sso.saml-response.audience-missing': ['without-conditions'],
  'sso.saml-response.confirmation-other': ['without-a-confirmation'],
  'sso.saml-response.destination-other': ['without-a-destination'],
  'sso.saml-response.in-response-to-other': ['that-nobody-asked-for', 'that-was-used'],
  'sso.saml-response.issuer-other': ['without-an-issuer'],
  'sso.saml-response.library-refused': ['with-a-document-type'],
  'sso.saml-response.lifetime-too-long': ['without-a-time-of-issue'],
  'sso.saml-response.malformed': ['with-an-entity', 'with-entities-within-entities'],
  'sso.saml-response.name-id-format-other': ['about-nobody', 'about-two-people', 'whose-name-is-in-two-pieces'],
  'sso.saml-response.reference-other': ['with-the-signature-in-a-forged-assertion'],
  'sso.saml-response.references-several': ['whose-signature-says-twice-what-is-signed'],
  'sso.saml-response.relay-state-other': ['without-a-relay-state'],
  'sso.saml-response.replayed': ['for-one-use-that-was-used'],
  'sso.saml-response.root-other': [
    'that-is-compressed',
    'that-is-no-base64',
    'that-is-no-utf-8',
    'that-lacks-its-end',
    'with-a-prefix-without-a-namespace',
    'with-an-attribute-twice',
    'with-something-after-its-end',
  ],
  'sso.saml-response.signature-elsewhere': [
    'beside-its-own-signature',
    'whose-assertion-stands-elsewhere',
    'with-a-forged-assertion-around-the-signed-one',
    'with-a-forged-assertion-before-the-signed-one',
    'with-two-assertions',
    'within-its-own-signature',
  ],
  'sso.saml-response.signature-malformed': [
    'with-the-assertion-in-an-object-of-a-forged-one',
    'with-the-assertion-in-the-signature-of-a-forged-one',
  ],
  'sso.saml-response.signature-wrong': [
    'signed-by-a-stranger',
    'signed-with-the-public-key',
    'that-is-an-artifact-response',
    'whose-signature-holds-an-object',
    'whose-signature-is-over-another-element',
    'whose-signature-is-over-two-things',
    'whose-signature-refers-to-nothing',
    'whose-signature-stands-at-its-end',
    'with-a-stylesheet-transform',
    'with-an-xpath-transform',
    'with-one-id-twice',
    'without-the-enveloped-transform',
  ],
  'sso.saml-response.too-late': ['to-a-request-that-nobody-made'],
} as const satisfies Partial<Record<SystemRefusal, readonly string[]>>;

const failing = (code: string): string => `is refused with ${code}`;

function firstTooth(name: string, code: SystemRefusal): Tooth {
  const plants = [...off(code), lenientSamlLibrary];
  const next = Object.entries(nextRule).find(([, names]) => names.some((each) => each === name))?.[0];
  return next === undefined ? arrivesInstead(plants, 'tracker', failing(code)) : refusedInstead(plants, next, failing(code));
}

/** Where no other rule says why: the person gets in as soon as nobody looks at what is signed. A signature over something else than what it stands in is never even verified, so that no defect makes it count. */
const lastTeeth = (code: SystemRefusal): readonly Tooth[] =>
  code === 'sso.saml-response.signature-wrong' ? [arrivesInstead([anySamlSignature, lenientSamlLibrary], 'tracker', failing(code))] : [];

const ofListed = listedDeviations.flatMap(({ key, name, refusedWith }): [string, readonly Tooth[]][] => {
  if (key !== 'samlResponse') return [];
  const code = refusedWith as SystemRefusal;
  return [[`saml/a-saml-response-${name}-is-refused`, [firstTooth(name, code), ...lastTeeth(code)]]];
});

/** Without its rule and without a second opinion, the person is in, or the next rule refuses. */
const saysWhy = (code: SystemRefusal, next = 'tracker'): readonly Tooth[] => {
  const plants = [...off(code), lenientSamlLibrary];
  return [next === 'tracker' ? arrivesInstead(plants, next, failing(code)) : refusedInstead(plants, next, failing(code))];
};
/** Without its rule nobody knows what to say; and where nobody looks, the person is in. */
const beforeSending = (code: SystemRefusal): readonly Tooth[] => [
  ...saysWhy(code, 'sso.idp.unexpected'),
  arrivesInstead([descriptionsForEver], 'tracker', failing(code)),
];
/** A cloud that hangs on something that it has no use for. */
const needs = (plant: Planted, code = 'sso.saml-response.library-refused'): readonly Tooth[] => [
  refusedInstead([plant], code, 'arrives on tracker'),
];
/** Where nobody is asked for a session, nobody is sent to the identity provider, and nothing there can stop anybody. */
const stops: readonly Tooth[] = [arrivesInstead(off(...sessionRules), 'tracker', 'is stopped by the identity provider with an error')];

const setWrong: Readonly<Record<string, readonly Tooth[]>> = {
  'a-good-answer-that-is-brought-after-five-minutes-is-refused': saysWhy(
    'sso.saml-response.too-late',
    'sso.saml-response.of-another-browser',
  ),
  'a-new-certificate-is-taken-from-the-metadata-where-that-is-set': needs(samlCertificateForEver, 'sso.saml-response.signature-wrong'),
  'a-person-who-is-named-by-an-address-is-refused': saysWhy('sso.saml-response.name-id-format-other'),
  'a-person-with-a-new-name-at-every-sign-in-is-refused': saysWhy('sso.saml-response.name-id-format-other'),
  'a-response-by-a-certificate-that-has-ended-is-refused': saysWhy(
    'sso.saml-response.key-expired',
    'sso.saml-response.confirmation-expired',
  ),
  'a-response-by-a-new-certificate-is-refused': saysWhy('sso.saml-response.key-unknown', 'sso.saml-response.signature-wrong'),
  'a-response-that-nobody-signed-is-refused': saysWhy(
    'sso.saml-response.assertion-not-signed',
    'sso.saml-response.assertion-version-other',
  ),
  'a-response-with-an-old-algorithm-is-refused': saysWhy('sso.saml-response.algorithm-other', 'sso.saml-response.digest-other'),
  'a-sign-in-by-saml-goes-on-when-assertions-are-encrypted-to-us': needs(samlNeedsReadableAssertions),
  'a-sign-in-by-saml-goes-on-with-a-stronger-algorithm': needs(samlNeedsSha256),
  'a-sign-in-by-saml-goes-on-with-groups-under-another-name': needs(samlNeedsGroups),
  'a-sign-in-by-saml-goes-on-without-an-e-mail-address': needs(samlNeedsAnEmail),
  'a-sign-in-by-saml-is-refused-when-the-clock-of-the-idp-is-ahead': saysWhy(
    'sso.saml-response.issued-in-future',
    'sso.saml-response.not-yet-valid',
  ),
  'a-sign-in-by-saml-is-refused-when-the-clock-of-the-idp-is-behind': saysWhy(
    'sso.saml-response.confirmation-expired',
    'sso.saml-response.expired',
  ),
  'a-signed-assertion-in-an-unsigned-response-is-enough': needs(samlNeedsASignedEnvelope),
  'a-signed-response-around-an-unsigned-assertion-is-refused': saysWhy(
    'sso.saml-response.assertion-not-signed',
    'sso.saml-response.assertion-version-other',
  ),
  'a-user-signs-in-by-saml-with-a-request-in-a-form': [
    refusedInstead(tooStrict('sso.saml-response.issuer-other'), 'sso.saml-response.issuer-other', 'arrives on tracker'),
  ],
  'an-assertion-that-everybody-could-read-is-refused-where-encryption-is-demanded': saysWhy('sso.saml-response.assertion-not-encrypted'),
  'an-assertion-that-is-encrypted-to-somebody-else-locks-people-out': saysWhy(
    'sso.saml-response.assertion-encrypted-unreadable',
    'sso.saml-response.assertion-not-signed',
  ),
  'sign-in-by-saml-stops-at-the-idp-when-another-address-is-registered': stops,
  'sign-in-by-saml-stops-at-the-idp-when-the-service-provider-is-disabled': stops,
  'sign-in-by-saml-stops-at-the-idp-when-the-service-provider-was-deleted': stops,
  'sign-in-says-that-the-metadata-are-a-page': beforeSending('sso.idp.metadata-malformed'),
  'sign-in-says-that-the-metadata-are-missing': beforeSending('sso.idp.unavailable'),
  'sign-in-says-that-the-metadata-are-of-another-idp': beforeSending('sso.idp.issuer-other'),
  'sign-in-says-that-the-metadata-have-expired': beforeSending('sso.idp.metadata-expired'),
  'sign-in-says-that-the-metadata-point-to-a-stranger': beforeSending('sso.idp.endpoint-not-allowed'),
};

export const samlTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  ...Object.fromEntries(ofListed),
  ...Object.fromEntries(Object.entries(setWrong).map(([name, teeth]) => [`saml/${name}`, teeth])),
  'saml/a-session-that-the-idp-ended-by-saml-is-refused': [
    arrivesInstead([logoutEndsNothing], 'tracker', 'is refused with session.host.ended-by-idp'),
    arrivesInstead(off('session.host.ended-by-idp'), 'tracker', 'is refused with session.host.ended-by-idp'),
  ],
  'saml/a-user-signs-in-by-saml-and-opens-the-tracker': [
    refusedInstead(tooStrict('sso.saml-response.of-another-browser'), 'sso.saml-response.of-another-browser', 'arrives on tracker'),
    refusedInstead(tooStrict('sso.saml-response.library-refused'), 'sso.saml-response.library-refused', 'arrives on tracker'),
  ],
};
