/** The teeth of the scenarios about a misbehaving identity provider: the rule of each deviation left out and the library silenced; then the person gets in, or the next rule refuses. */
import { lenientOidcLibrary } from '../../harness/defects/index.ts';
import { type FamilyName, listedDeviations } from '../../harness/deviations/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth } from './tooth.ts';

/** What is wrong in such a way that another rule refuses it, too: by that rule. For all that are not here, the person arrives in the tracker, or the logout token is taken. */
const nextRule = {
  'session.hand-over.of-another-browser': ['an-authorization-response-of-somebody-else'],
  'sso.callback.code-missing': ['an-authorization-response-with-an-error-instead-of-a-code', 'an-authorization-response-with-two-codes'],
  'sso.callback.issuer-missing': ['an-authorization-response-with-two-issuers'],
  'sso.callback.refused-by-idp': ['an-authorization-response-with-a-code-and-an-error'],
  'sso.callback.state-unknown': ['an-authorization-response-with-two-states'],
  'sso.callback.too-late': [
    'an-authorization-response-in-the-fragment',
    'an-authorization-response-whose-state-lost-its-end',
    'an-authorization-response-with-a-made-up-state',
    'an-authorization-response-without-a-state',
  ],
  'sso.code-exchange.content-type-other': ['a-token-answer-that-is-too-large'],
  'sso.code-exchange.library-refused': [
    'an-authorization-response-of-an-issuer-with-a-slash',
    'an-authorization-response-of-another-issuer',
    'an-authorization-response-with-an-empty-code',
    'an-authorization-response-with-an-id-token-in-its-address',
    'an-authorization-response-without-a-code',
    'an-authorization-response-without-an-issuer',
  ],
  'sso.code-exchange.request-rejected': [
    'an-authorization-response-with-a-made-up-code',
    'an-authorization-response-with-a-used-code',
    'an-authorization-response-with-the-code-of-somebody-else',
  ],
  'sso.code-exchange.response-malformed': ['a-token-answer-that-leads-elsewhere'],
  'sso.code-exchange.token-type-other': ['a-token-answer-that-is-no-json'],
  'sso.id-token.algorithm-other': [
    'an-id-token-of-two-parts',
    'an-id-token-that-is-encrypted',
    'an-id-token-that-is-no-jwt',
    'an-id-token-whose-claims-are-a-list',
    'an-id-token-whose-header-is-no-json',
    'an-id-token-with-padding',
    'an-id-token-with-two-algorithms',
  ],
  'sso.id-token.audience-many': ['an-id-token-for-two-without-saying-who-asked'],
  'sso.id-token.audience-other': ['an-id-token-without-an-audience'],
  'sso.id-token.expiry-missing': ['an-id-token-whose-expiry-is-text'],
  'sso.id-token.key-unknown': ['a-key-set-that-is-empty', 'a-key-set-that-is-no-list'],
  'sso.id-token.key-unsuitable': ['an-id-token-by-an-unknown-key'],
  'sso.id-token.malformed': ['a-token-answer-without-an-id-token'],
  'sso.id-token.signature-wrong': [
    'a-key-set-whose-key-is-too-weak',
    'an-id-token-signed-with-an-elliptic-curve',
    'an-id-token-signed-with-another-hash',
    'an-id-token-signed-with-the-client-secret',
    'an-id-token-signed-with-the-public-key',
    'an-id-token-whose-algorithm-is-in-lower-case',
    'an-id-token-with-a-critical-extension',
    'an-id-token-without-a-signature',
  ],
  'sso.logout-token.algorithm-other': ['a-logout-token-that-is-encrypted', 'a-logout-token-that-is-no-jwt'],
  'sso.logout-token.issued-at-missing': ['a-logout-token-whose-issue-time-is-text'],
  'sso.logout-token.key-unsuitable': ['a-logout-token-by-an-unknown-key'],
  'sso.logout-token.signature-wrong': [
    'a-logout-token-signed-with-the-client-secret',
    'a-logout-token-signed-with-the-public-key',
    'a-logout-token-with-a-critical-extension',
    'a-logout-token-without-a-signature',
  ],
} as const satisfies Partial<Record<SystemRefusal, readonly string[]>>;

/** A token for another audience names others than us as well: whoever forgets the one forgets the other. */
const audienceRules = ['sso.id-token.azp-missing', 'sso.id-token.audience-many'] as const;

const articles = {
  idToken: 'an-id-token',
  keySet: 'a-key-set',
  tokenAnswer: 'a-token-answer',
  authorizationResponse: 'an-authorization-response',
  logoutToken: 'a-logout-token',
} as const satisfies Partial<Record<FamilyName, string>>;

const isOurs = (key: FamilyName): key is keyof typeof articles => key in articles;

/** No library judges logout tokens, and whoever posts one stays on the sign-in host. */
const isAboutLogout = (code: SystemRefusal): boolean => code.startsWith('sso.logout-token.');

function toothOf(name: string, refusedWith: SystemRefusal): Tooth {
  const failing = `is refused with ${refusedWith}`;
  const more = refusedWith === 'sso.id-token.audience-other' ? audienceRules : [];
  const plants = [...off(refusedWith, ...more), ...(isAboutLogout(refusedWith) ? [] : [lenientOidcLibrary])];
  const next = Object.entries(nextRule).find(([, names]) => names.some((each) => each === name))?.[0];
  return next === undefined
    ? arrivesInstead(plants, isAboutLogout(refusedWith) ? 'login' : 'tracker', failing)
    : refusedInstead(plants, next, failing);
}

const ofListed = listedDeviations.flatMap(({ key, name, refusedWith }): [string, readonly Tooth[]][] => {
  if (!isOurs(key)) return [];
  const whole = `${articles[key]}-${name}`;
  return [[`oidc/${whole}-is-refused`, [toothOf(whole, refusedWith as SystemRefusal)]]];
});

export const oidcTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  ...Object.fromEntries(ofListed),
  'oidc/a-key-that-was-struck-out-is-refused-at-once': [
    arrivesInstead(off('sso.id-token.key-struck-out'), 'tracker', 'is refused with sso.id-token.key-struck-out'),
  ],
  'oidc/a-logout-token-that-was-used-is-refused': [
    arrivesInstead(off('sso.logout-token.replayed'), 'login', 'is refused with sso.logout-token.replayed'),
  ],
  'oidc/an-authorization-response-that-was-used-is-refused': [
    refusedInstead(off('sso.callback.state-unknown'), 'sso.callback.too-late', 'is refused with sso.callback.state-unknown'),
  ],
};
