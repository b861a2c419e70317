/** The authentication service: sends people to the organisation's identity provider, judges what comes back, and tells the ingress who is asking (I-04 to I-09). */
import { type Answer, emptyAnswer } from '../../kernel/answer.ts';
import type { AuthenticationAnswer, AuthenticationQuestion } from '../../kernel/authentication.ts';
import type { IdpSettings } from '../../kernel/idp-settings.ts';
import type { IdpLook, ImportFrom, ImportOutcome } from '../../kernel/idp-settings-draft.ts';
import type { IdpCertificates, ListedKey, PublishedIdpKey } from '../../kernel/listed-keys.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Action, Service } from '../../kernel/service.ts';
import { decide } from './decide.ts';
import { createOidc } from './oidc/index.ts';
import { signInFailedPage, startAgainPage } from './pages.ts';
import type { Parts } from './parts.ts';
import { releasedSsoPolicy, type SsoPolicy } from './policy.ts';
import { readDescription } from './read-description.ts';
import { redeem } from './redeem.ts';
import { createSaml } from './saml/index.ts';
import { createTestSignIns, type Testing, type TestSignIns } from './settings-test/test-sign-ins.ts';
import { signOutActions } from './sign-out.ts';
import { refusedStart, type Starting, start } from './start.ts';

export type { AvailabilityRefusal } from './idp.ts';
export type { OidcRefusal } from './oidc/index.ts';
export { clientKeysIn } from './oidc/index.ts';
export { releasedSsoPolicy, type SsoPolicy } from './policy.ts';
export { provisionSamlKeys, type SamlKeys, type SamlRefusal } from './saml/index.ts';
export type { SettingsTestRefusal } from './settings-test/rules.ts';

export type Sso = {
  /** Actions for `login.`, and for the hand-over on each product's host; behind the ingress. */
  readonly service: Service;
  /** For the ingress: one session, one request. */
  decide(question: AuthenticationQuestion): Promise<AuthenticationAnswer>;
  /** For AdminHub: whose signatures count, and until when. */
  readonly idpCertificates: IdpCertificates;
  /** Keys that the identity provider publishes for ID tokens, as far as they can be seen now. Never throws for what is outside. */
  publishedKeys(): Promise<readonly PublishedIdpKey[]>;
  /** Our own certificates for SAML. */
  ownKeys(): readonly ListedKey[];
  /** For AdminHub: what is found where these settings lead. No live sign-in notices. */
  look(settings: IdpSettings): Promise<IdpLook>;
  /** For AdminHub: what an identity provider says of itself. Never throws for what is outside. */
  read(from: ImportFrom): Promise<ImportOutcome>;
};

export function createSso(parts: Parts, testing: Testing, policy: SsoPolicy = releasedSsoPolicy): Sso {
  const protocols = { oidc: createOidc(parts, policy.oidc), saml: createSaml(parts, policy.saml) };
  const tests = createTestSignIns(parts, policy, testing);
  const starting: Starting = { parts, availability: policy.availability, protocols };
  return {
    look: tests.look,
    read: (from) => readDescription(parts, from),
    service: { name: 'sso', actions: withTests(actions(starting), tests), audit: parts.audit, log: parts.log, refused },
    decide: (question) => decide(parts, question),
    idpCertificates: protocols.saml.certificates,
    publishedKeys: () => protocols.oidc.publishedKeys(),
    ownKeys: () => protocols.saml.ownKeys(),
  };
}

/** Both come back from the identity provider to the same places, which are all that it knows. */
const withTests = (live: readonly Action[], tests: TestSignIns): readonly Action[] => [
  ...live.map((action) => (action.event === 'sso.sign-in.completed' ? tests.also(action, refused) : action)),
  tests.start,
];

const actions = (starting: Starting): readonly Action[] => [
  {
    method: 'GET',
    path: '/start',
    event: 'sso.sign-in.started',
    run: (request) => start(starting, request),
    refused: (refusal, request) => refusedStart(starting, refusal, request),
  },
  { method: 'GET', path: '/.auth/session', event: 'session.hand-over.redeemed', run: (request) => redeem(starting.parts, request) },
  ...signOutActions(starting),
  ...starting.protocols.oidc.actions,
  ...starting.protocols.saml.actions,
];

function refused({ code }: Refusal): Answer {
  if (code.startsWith('session.') || code.startsWith('sso.callback.')) return startAgainPage();
  return code.startsWith('sso.') || code.startsWith('directory.sign-in.') ? signInFailedPage() : emptyAnswer(404);
}
