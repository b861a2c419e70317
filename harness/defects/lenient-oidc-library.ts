/** A sign-in by OIDC without a second opinion: whatever the certified library says of an ID token, it counts as accepted. */
import type { SystemDefect } from './defect.ts';
import { withOidc } from './parts.ts';

/** Our own rules still judge: with one of them off as well, nobody is left who looks at what it is about. */
export const lenientOidcLibrary: SystemDefect = {
  name: 'lenient:sso.id-token.library-refused',
  kind: 'lenient',
  breaks: 'Whatever the library says of an ID token, it counts as accepted.',
  plant: (policy) =>
    withOidc(policy, {
      exchangeCode: async (...asked) => ({
        ...(await policy.cloud.sso.oidc.exchangeCode(...asked)),
        library: { opinion: 'accepted' },
      }),
    }),
};
