/** A sign-in that "survives" an identity provider which rejects us: the last good answer is used again (C-03). */
import type { SystemDefect } from './defect.ts';
import { type Identify, withOidc } from './parts.ts';

/**
 * There is no honest way to an ID token of an identity provider that rejects the client, so the defect is the mistake that people do make:
 * an earlier answer, kept to ride out outages. Honest whenever the identity provider accepts; without an earlier answer it refuses, too.
 */
export const lastAnswerAgain: SystemDefect = {
  name: 'lenient:sso.code-exchange.client-rejected',
  kind: 'lenient',
  breaks: 'When the identity provider rejects us, the person is signed in with the last token that was accepted.',
  plant: (policy) => {
    let last: Awaited<ReturnType<Identify>> | undefined;
    return withOidc(policy, {
      identify: async (...asked) => {
        try {
          last = await policy.cloud.sso.oidc.identify(...asked);
        } catch (error) {
          if (last === undefined) throw error;
        }
        return last;
      },
    });
  },
};

/** Caching by the wrong key, as people do it: whoever signs in after the first is taken for the first. */
export const everybodyIsTheFirst: SystemDefect = {
  name: 'lenient:sso.id-token.subject',
  kind: 'lenient',
  breaks: 'After the first sign-in everybody is the person who signed in first.',
  plant: (policy) => {
    let first: Awaited<ReturnType<Identify>> | undefined;
    return withOidc(policy, {
      identify: async (...asked) => {
        const token = await policy.cloud.sso.oidc.identify(...asked);
        first ??= token;
        return first;
      },
    });
  },
};
