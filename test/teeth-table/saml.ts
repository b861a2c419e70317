/** The teeth of the scenarios about SAML: the rule of each deviation left out and the second opinion silenced; then the person gets in, or the next rule refuses. */
import { anySamlSignature, lenientSamlLibrary } from '../../harness/defects/index.ts';
import { departures } from '../../harness/deviations/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

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

const ofDepartures = departures.flatMap(({ key, name, refusedWith }): [string, readonly Tooth[]][] => {
  if (key !== 'samlResponse') return [];
  const code = refusedWith as SystemRefusal;
  return [[`saml/a-saml-response-${name}-is-refused`, [firstTooth(name, code), ...lastTeeth(code)]]];
});

export const samlTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  ...Object.fromEntries(ofDepartures),
  'saml/a-user-signs-in-by-saml-and-opens-the-tracker': [
    refusedInstead(tooStrict('sso.saml-response.of-another-browser'), 'sso.saml-response.of-another-browser', 'arrives on tracker'),
    refusedInstead(tooStrict('sso.saml-response.library-refused'), 'sso.saml-response.library-refused', 'arrives on tracker'),
  ],
};
