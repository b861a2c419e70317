/** Two short cuts in who somebody is and which keys say so, as people take them. */
import type { SystemDefect } from './defect.ts';
import { type Identify, withOidc } from './parts.ts';

/** An address belongs to somebody else tomorrow; OIDC Core 1.0 §5.7 says what an identity is. */
export const emailIsTheIdentity: SystemDefect = {
  name: 'lenient:directory.subject',
  kind: 'lenient',
  breaks: 'Whoever comes with an e-mail address is the person who has that address.',
  plant: (policy) =>
    withOidc(policy, {
      identify: async (...asked) => {
        const token = await policy.cloud.sso.oidc.identify(...asked);
        return { ...token, subject: token.email ?? token.subject };
      },
    }),
};

type KeyLook = Parameters<Identify>[1]['keys']['look'];

/** What was published first is believed for ever. */
export const keysForEver: SystemDefect = {
  name: 'dependence:keys-for-ever',
  kind: 'dependence',
  breaks: 'The keys of the identity provider are looked at once and never again.',
  plant: (policy) => {
    let first: ReturnType<KeyLook> | undefined;
    return withOidc(policy, {
      identify: (attempt, ports, demanded) => {
        const look: KeyLook = (...asked) => {
          first ??= ports.keys.look(...asked);
          return first;
        };
        return policy.cloud.sso.oidc.identify(attempt, { ...ports, keys: { ...ports.keys, look } }, demanded);
      },
    });
  },
};
