/** Judges whether a listed request may go on to its service, once the one authentication call was made or was not needed (I-04, M-05). Threat: a service that is reached while nobody answers for the visitor. */
import type { AuthenticationAnswer } from '../../kernel/authentication.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import type { Route } from './route.ts';

/** What the one authentication call said; `no-answer` when it failed. */
export type AdmissionFacts = {
  readonly access: Route['access'];
  readonly answer: AuthenticationAnswer['kind'] | 'no-answer' | 'not-asked';
};

/** The authentication service's own refusals carry its own codes; these are the ingress's. */
export const admissionRules = [
  { code: 'ingress.admission.authentication-silent', cites: ['I-04'], holds: (f) => f.answer !== 'no-answer' },
  { code: 'ingress.admission.not-decided', cites: ['M-05'], holds: (f) => f.access !== 'session' || f.answer !== 'not-asked' },
] as const satisfies RuleTable<AdmissionFacts>;
export type AdmissionRefusal = CodeOf<typeof admissionRules>;
