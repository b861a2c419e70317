/** Under which conditions a signed assertion counts, and how the person was authenticated. SAML Core 2.0 §2.5, §2.7. Threats: an assertion of yesterday or for another audience, a sign-in without what the organisation demands (I-06, I-07). */
import type { RuleTable } from '../../../../../kernel/rule.ts';
import type { ResponseFacts } from '../facts.ts';
import { asked } from './attempt.ts';
import { isOver, isToCome, skewMs } from './times.ts';

/** Longer than this no assertion may be usable: that is how long its id is remembered. */
export const maxAssertionLifetimeMs = 3_600_000;
const isShort = (f: ResponseFacts): boolean =>
  [f.assertion.conditions?.notOnOrAfter, ...f.assertion.confirmations.map(({ notOnOrAfter }) => notOnOrAfter)].every(
    (end) => typeof end !== 'number' || (typeof f.assertion.issuedAt === 'number' && end - f.assertion.issuedAt <= maxAssertionLifetimeMs),
  );

export const conditionRules = [
  {
    code: 'sso.saml-response.conditions-missing',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => f.assertion.conditions !== undefined,
  },
  {
    code: 'sso.saml-response.condition-unknown',
    cites: ['I-07', 'SAML Core 2.0 §2.5.1.1'],
    holds: (f) => f.assertion.conditions?.unknown !== true,
  },
  {
    code: 'sso.saml-response.audience-missing',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => (f.assertion.conditions?.audiences.length ?? 0) > 0,
  },
  {
    code: 'sso.saml-response.audience-other',
    cites: ['I-07', 'SAML Core 2.0 §2.5.1.4'],
    holds: (f) => f.assertion.conditions?.audiences.every((restriction) => restriction.includes(f.expected.entityId)) === true,
  },
  {
    code: 'sso.saml-response.not-yet-valid',
    cites: ['I-07', 'SAML Core 2.0 §2.5.1.2'],
    holds: (f) => !isToCome(f.assertion.conditions?.notBefore ?? 'missing', f),
    reads: { isToCome, skewMs },
  },
  {
    code: 'sso.saml-response.expired',
    cites: ['I-07', 'SAML Core 2.0 §2.5.1.2'],
    holds: (f) => !isOver(f.assertion.conditions?.notOnOrAfter ?? 'missing', f),
    reads: { isOver, skewMs },
  },
  {
    code: 'sso.saml-response.lifetime-too-long',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.5'],
    holds: (f) => isShort(f),
    reads: { isShort, maxAssertionLifetimeMs },
  },
  {
    code: 'sso.saml-response.authn-statement-missing',
    cites: ['I-06', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => f.assertion.authnStatements.length === 1,
  },
  {
    code: 'sso.saml-response.authn-context-other',
    cites: ['I-06', 'SAML Core 2.0 §3.3.2.2.1'],
    holds: (f) =>
      f.expected.authnContexts.length === 0 ||
      f.assertion.authnStatements.every((each) => each.context !== undefined && f.expected.authnContexts.includes(each.context)),
  },
  {
    code: 'sso.saml-response.authentication-too-old',
    cites: ['I-06', 'SAML Core 2.0 §3.4.1'],
    holds: (f) =>
      !f.expected.forceAuthn ||
      !asked(f) ||
      f.assertion.authnStatements.every(
        (each) => typeof each.authnInstant === 'number' && each.authnInstant + skewMs >= f.request.startedAtMs,
      ),
    reads: { asked, skewMs },
  },
  {
    code: 'sso.saml-response.session-expired',
    cites: ['K-04', 'SAML Profiles 2.0 §4.1.4.3'],
    holds: (f) => !f.assertion.authnStatements.some((each) => isOver(each.sessionNotOnOrAfter, f)),
    reads: { isOver, skewMs },
  },
] as const satisfies RuleTable<ResponseFacts>;
