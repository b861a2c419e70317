/** The teeth of the scenarios about an identity provider that is set wrong: what refuses is left out, or something needless is demanded, or nobody is sent there at all. */
import {
  demandsNoKey,
  descriptionsForEver,
  emailIsNeeded,
  emailIsTheIdentity,
  groupsAreNeeded,
  keysForEver,
  lenientOidcLibrary,
  lifetimeIsNeeded,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { sessionRules } from './sign-in.ts';
import { arrivesInstead, off, type Planted, refusedInstead, type Tooth } from './tooth.ts';

/** Without its rule and without a second opinion, the next rule refuses, or the person is in. */
const saysWhy = (code: SystemRefusal, next: string): readonly Tooth[] => {
  const plants = [...off(code), lenientOidcLibrary];
  const failing = `is refused with ${code}`;
  return [next === 'tracker' ? arrivesInstead(plants, next, failing) : refusedInstead(plants, next, failing)];
};
/** Without its rule nobody knows what to say; and where nobody looks, the person is in. */
const before = (code: SystemRefusal): readonly Tooth[] => [
  ...saysWhy(code, 'sso.idp.unexpected'),
  arrivesInstead([descriptionsForEver], 'tracker', `is refused with ${code}`),
];

/** A cloud that hangs on something that it has no use for. */
const needs = (plant: Planted, code = 'sso.id-token.claim-missing'): readonly Tooth[] => [
  refusedInstead([plant], code, 'arrives on tracker'),
];

/** Where nobody is asked for a session, nobody is sent to the identity provider, and nothing there can stop anybody. */
const isAsked = (failing: string): readonly Tooth[] => [arrivesInstead(off(...sessionRules), 'tracker', failing)];
const withAnError = isAsked('is stopped by the identity provider with an error');

const teeth: Readonly<Record<string, readonly Tooth[]>> = {
  'a-person-under-another-subject-is-somebody-else': [
    { plants: [emailIsTheIdentity], red: 'fail', failing: 'is somebody else than before', observed: 'the same subject' },
  ],
  'a-response-under-a-new-name-of-the-idp-is-refused': saysWhy('sso.callback.issuer-other', 'sso.code-exchange.library-refused'),
  'a-sign-in-by-a-password-is-refused-where-two-factors-are-demanded': saysWhy('sso.id-token.acr-other', 'tracker'),
  'a-sign-in-by-another-algorithm-is-refused': saysWhy('sso.id-token.algorithm-other', 'sso.id-token.key-unsuitable'),
  'a-sign-in-goes-on-when-id-tokens-live-for-no-time': needs(lifetimeIsNeeded),
  'a-sign-in-goes-on-when-keys-are-rotated-with-overlap': needs(keysForEver, 'sso.id-token.key-unknown'),
  'a-sign-in-goes-on-when-keys-are-rotated-without-overlap': needs(keysForEver, 'sso.id-token.key-unknown'),
  'a-sign-in-goes-on-with-an-e-mail-address-of-null': needs(emailIsNeeded),
  'a-sign-in-goes-on-with-an-e-mail-address-that-is-a-list': needs(emailIsNeeded),
  'a-sign-in-goes-on-with-groups-under-another-name': needs(groupsAreNeeded),
  'a-sign-in-goes-on-without-an-e-mail-address': needs(emailIsNeeded),
  'a-sign-in-goes-on-without-groups': needs(groupsAreNeeded),
  'a-sign-in-is-refused-when-the-clock-of-the-idp-is-ahead': saysWhy('sso.id-token.issued-in-future', 'tracker'),
  'a-sign-in-is-refused-when-the-clock-of-the-idp-is-behind': saysWhy('sso.id-token.expired', 'sso.id-token.too-old'),
  'a-sign-in-is-refused-when-the-idp-does-not-name-the-context': saysWhy('sso.id-token.acr-missing', 'tracker'),
  'a-sign-in-is-refused-when-there-are-too-many-keys': saysWhy('sso.keys.too-large', 'sso.id-token.key-unknown'),
  'a-sign-in-is-refused-when-two-keys-share-an-id': saysWhy('sso.id-token.key-ambiguous', 'tracker'),
  'a-sign-in-is-refused-while-the-keys-are-slow': saysWhy('sso.keys.unreachable', 'sso.id-token.key-unknown'),
  'a-sign-in-is-refused-while-the-keys-fail': saysWhy('sso.keys.unreachable', 'sso.id-token.key-unknown'),
  'a-sign-in-with-the-secret-in-the-wrong-place-is-refused': saysWhy(
    'sso.code-exchange.client-rejected',
    'sso.code-exchange.request-rejected',
  ),
  'a-sign-in-with-a-secret-where-our-key-is-demanded-is-refused': [
    ...saysWhy('sso.code-exchange.client-rejected', 'sso.code-exchange.request-rejected'),
    arrivesInstead([demandsNoKey], 'tracker', 'is refused with sso.code-exchange.client-rejected'),
  ],
  'a-sign-in-without-published-keys-is-refused': saysWhy('sso.keys.empty', 'sso.id-token.key-unknown'),
  'an-id-token-that-is-encrypted-to-nobody-is-refused': saysWhy('sso.id-token.encrypted', 'sso.id-token.algorithm-other'),
  'sign-in-says-that-the-discovery-document-is-a-page': before('sso.idp.metadata-malformed'),
  'sign-in-says-that-the-discovery-document-is-missing': before('sso.idp.unavailable'),
  'sign-in-says-that-the-idp-describes-another-issuer': before('sso.idp.issuer-other'),
  'sign-in-says-that-the-idp-points-to-a-stranger': before('sso.idp.endpoint-not-allowed'),
  'sign-in-says-that-the-idp-refuses-our-request': saysWhy('sso.callback.refused-by-idp', 'sso.callback.code-missing'),
  'sign-in-says-that-the-idp-rejects-our-secret': saysWhy('sso.code-exchange.client-rejected', 'sso.code-exchange.request-rejected'),
  'sign-in-stops-at-the-idp-when-it-asks-for-consent': isAsked('is stopped by the identity provider with a question'),
  'sign-in-stops-at-the-idp-when-its-people-are-gone': isAsked('is stopped by the identity provider with a question'),
  'sign-in-stops-at-the-idp-when-our-address-was-removed': withAnError,
  'sign-in-stops-at-the-idp-when-the-client-is-disabled': withAnError,
  'sign-in-stops-at-the-idp-when-the-client-was-deleted': withAnError,
  'sign-in-stops-at-the-idp-when-the-realm-is-disabled': withAnError,
};

export const misconfigurationTeeth: Readonly<Record<string, readonly Tooth[]>> = Object.fromEntries(
  Object.entries(teeth).map(([name, each]) => [`misconfiguration/${name}`, each]),
);
