/** The teeth of the scenarios about outages. */
import {
  anyCertificate,
  descriptionsForEver,
  lenientOidcLibrary,
  sessionsNeedTheIdp,
  startNeedsTheIdp,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { off, refusedInstead, type Tooth } from './tooth.ts';

/** Single sign-on without the rule for what it sees does not know any more what to say; and where nobody looks, the person is sent away into it. */
const saysWhy = (code: SystemRefusal, comesTo = 'idp.acme.test'): readonly Tooth[] => [
  refusedInstead(off(code), 'sso.idp.unexpected', `is refused with ${code}`),
  { plants: [descriptionsForEver], red: 'fail', failing: `is refused with ${code}`, observed: comesTo },
];

/** A system that accepts any certificate sends the user there, whose own client is the first to say what is wrong. */
const isSeen = (code: SystemRefusal, error: string): readonly Tooth[] => [
  ...saysWhy(code),
  {
    plants: [anyCertificate],
    red: 'fail',
    failing: `is refused with ${code}`,
    observed: `untrusted: the certificate of idp.acme.test is not trusted (${error})`,
  },
];

const unavailable = ['answers-500', 'answers-502', 'answers-504', 'breaks-off', 'flaps', 'speaks-old-tls', 'was-restarted-empty'];
const alsoUnavailable = Object.fromEntries(
  unavailable.map((what) => [`outage/sign-in-says-that-the-idp-${what}`, saysWhy('sso.idp.unavailable')]),
);

export const outageTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'outage/a-session-that-was-open-before-the-outage-goes-on': [
    refusedInstead([sessionsNeedTheIdp], 'ingress.admission.idp-away', 'arrives on tracker'),
  ],
  ...alsoUnavailable,
  'outage/sign-in-says-that-the-idp-leads-in-a-circle': saysWhy('sso.idp.unavailable', 'more than 20 redirects'),
  'outage/a-sign-in-is-refused-while-the-keys-come-as-a-page': [
    refusedInstead([...off('sso.keys.malformed'), lenientOidcLibrary], 'sso.id-token.key-unknown', 'is refused with sso.keys.malformed'),
  ],
  'outage/a-sign-in-is-refused-when-the-idp-goes-away-before-we-ask': [
    refusedInstead(
      [...off('sso.code-exchange.idp-unreachable'), lenientOidcLibrary],
      'sso.code-exchange.content-type-other',
      'is refused with sso.code-exchange.idp-unreachable',
    ),
  ],
  'outage/sign-in-says-that-half-the-discovery-document-is-missing': saysWhy('sso.idp.metadata-malformed', 'arrived on tracker'),
  'outage/sign-in-says-that-the-discovery-document-is-too-long': saysWhy('sso.idp.metadata-malformed', 'arrived on tracker'),
  'outage/sign-in-says-that-the-idp-drips': saysWhy('sso.idp.no-answer'),
  'outage/sign-in-says-that-the-idp-takes-long-to-connect': saysWhy('sso.idp.no-answer', 'sso.code-exchange.idp-unreachable'),
  'outage/sign-in-says-that-the-name-of-the-idp-leads-elsewhere': saysWhy('sso.idp.certificate-name-mismatch'),
  'outage/sign-in-says-that-the-idp-answers-503': saysWhy('sso.idp.unavailable'),
  'outage/sign-in-says-that-the-idp-answers-nobody': saysWhy('sso.idp.no-answer'),
  'outage/sign-in-says-that-the-idp-hangs': saysWhy('sso.idp.no-answer'),
  'outage/sign-in-says-that-the-idp-is-slower-than-the-limit': saysWhy('sso.idp.no-answer', 'sso.code-exchange.idp-unreachable'),
  'outage/sign-in-says-that-the-idp-refuses-connections': saysWhy('sso.idp.connection-refused'),
  'outage/sign-in-says-that-the-idp-shows-an-expired-certificate': isSeen('sso.idp.certificate-expired', 'CERT_HAS_EXPIRED'),
  'outage/sign-in-says-that-the-idp-shows-an-untrusted-certificate': isSeen(
    'sso.idp.certificate-not-trusted',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ),
  'outage/sign-in-says-that-the-idp-shows-the-certificate-of-another-name': isSeen(
    'sso.idp.certificate-name-mismatch',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ),
  'outage/sign-in-says-that-the-idp-was-killed': saysWhy('sso.idp.unavailable'),
  'outage/sign-in-says-that-the-name-of-the-idp-is-gone': saysWhy('sso.idp.name-not-found'),
  'outage/the-system-starts-while-the-idp-is-down': [
    { plants: [startNeedsTheIdp], red: 'error', cause: 'the system did not start: the identity provider said refused' },
    refusedInstead(off('sso.idp.connection-refused'), 'sso.idp.unexpected', 'single sign-on says that the identity provider is away'),
  ],
};
