/** Whether a SAML response is the first answer to the request that this browser made. SAML Profiles 2.0 §4.1.4. Threats: replay, an attacker's own good response in the browser of a victim, a landing that somebody else chose (S8, I-05). */
import type { RuleTable } from '../../../../../kernel/rule.ts';
import type { ResponseFacts } from '../facts.ts';

/** From the request to the answer: passwords, second factors and all. */
export const requestLifetimeSeconds = 300;
/** It says itself that it is an answer, or nothing else is accepted. */
export const asked = (f: ResponseFacts): boolean => f.envelope.inResponseTo !== undefined || !f.expected.idpInitiated;

export const attemptRules = [
  {
    code: 'sso.saml-response.one-time-use-replayed',
    cites: ['I-07', 'SAML Core 2.0 §2.5.1.5'],
    holds: (f) => !f.seenBefore || f.assertion.conditions?.oneTimeUse !== true,
  },
  { code: 'sso.saml-response.replayed', cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.5'], holds: (f) => !f.seenBefore },

  {
    code: 'sso.saml-response.in-response-to-missing',
    cites: ['S8', 'SAML Profiles 2.0 §4.1.5'],
    holds: (f) => asked(f) === (f.envelope.inResponseTo !== undefined),
    reads: { asked },
  },
  {
    code: 'sso.saml-response.in-response-to-other',
    cites: ['S8', 'SAML Core 2.0 §3.2.2'],
    holds: (f) => !asked(f) || f.request.known,
    reads: { asked },
  },
  {
    code: 'sso.saml-response.too-late',
    cites: ['S8'],
    holds: (f) => !asked(f) || f.expected.nowMs - f.request.startedAtMs < requestLifetimeSeconds * 1000,
    reads: { asked, requestLifetimeSeconds },
  },
  { code: 'sso.saml-response.of-another-browser', cites: ['S8'], holds: (f) => !asked(f) || f.request.browserMatches, reads: { asked } },
  { code: 'sso.saml-response.settings-changed', cites: ['C-04'], holds: (f) => !asked(f) || f.request.sameIdp, reads: { asked } },
  {
    code: 'sso.saml-response.relay-state-missing',
    cites: ['I-05', 'SAML Bindings 2.0 §3.5.3'],
    holds: (f) => !asked(f) || f.request.relayState !== 'missing',
    reads: { asked },
  },
  {
    code: 'sso.saml-response.relay-state-other',
    cites: ['I-05', 'SAML Bindings 2.0 §3.5.3'],
    holds: (f) => !asked(f) || f.request.relayState === 'same',
    reads: { asked },
  },
] as const satisfies RuleTable<ResponseFacts>;
