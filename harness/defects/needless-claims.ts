/** Sign-ins that hang on what the cloud has no use for: a claim that an administrator of the identity provider may drop any day (C-03). */
import type { SystemDefect } from './defect.ts';
import { type ExchangeCode, type Identify, withOidc } from './parts.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Honest in all else: one rule more, after all others, about what the ID token says. */
const demanding = (what: string, breaks: string, holds: (claims: Claims) => boolean): SystemDefect => ({
  name: `dependence:${what}`,
  kind: 'dependence',
  breaks,
  plant: (policy) => {
    const identify: Identify = (attempt, ports, demanded) => {
      let claims: Claims = {};
      const exchangeCode: ExchangeCode = async (...asked) => {
        const exchanged = await demanded.exchangeCode(...asked);
        claims = claimsIn(exchanged.answer);
        return exchanged;
      };
      const needless = { code: 'sso.id-token.claim-missing', cites: ['C-03'], holds: () => holds(claims) } as const;
      const more = { ...demanded, exchangeCode, idToken: [...demanded.idToken, needless] };
      return policy.cloud.sso.oidc.identify(attempt, ports, more);
    };
    return withOidc(policy, { identify });
  },
});

/** Nothing for an answer without an ID token: other rules refuse that. */
function claimsIn(answer: Awaited<ReturnType<ExchangeCode>>['answer']): Claims {
  if (answer === undefined || 'failure' in answer) return {};
  const { id_token: compact } = JSON.parse(Buffer.from(answer.body).toString('utf8')) as { readonly id_token?: string };
  return JSON.parse(Buffer.from(compact?.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
}

export const emailIsNeeded = demanding(
  'sign-in-needs-an-e-mail-address',
  'Nobody signs in whose ID token has no e-mail address, or one that is no text.',
  ({ email }) => typeof email === 'string',
);

export const groupsAreNeeded = demanding('sign-in-needs-groups', 'Nobody signs in whose ID token names no groups.', ({ groups }) =>
  Array.isArray(groups),
);

export const lifetimeIsNeeded = demanding(
  'sign-in-needs-a-lifetime',
  'The tolerance for clocks that differ is forgotten for tokens that live shortly.',
  ({ exp, iat }) => Number(exp) > Number(iat),
);
