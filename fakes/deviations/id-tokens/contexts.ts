/** ID tokens that do not say that the person signed in as they had to: the organisation demands an authentication context, and the identity provider leaves it out or names another. OIDC Core 1.0 §2, §5.5.1.1. */
import { claiming, type IdTokenDeviations, lacking } from './token.ts';

/** The honest token of these names the demanded context. */
export const contextDeviations = {
  'without-the-demanded-context': {
    breaks: 'OIDC Core 1.0 §5.5.1.1',
    refusedWith: 'sso.id-token.acr-missing',
    title: 'it does not say how the person signed in, although that was demanded',
    make: lacking('acr'),
  },
  'of-a-weaker-context': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (12)',
    refusedWith: 'sso.id-token.acr-other',
    title: 'it says that the person signed in with less than was demanded',
    make: claiming(() => ({ acr: '0' })),
  },
} as const satisfies IdTokenDeviations;
