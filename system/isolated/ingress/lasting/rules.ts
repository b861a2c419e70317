/** Judges, again and again, whether a stream or a web socket may go on: it lives no longer than the session and the row that let it begin (S7, K-04, C-07). Threat: a session that was ended and goes on reading. */
import type { AuthenticationAnswer } from '../../../kernel/authentication.ts';
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type LastingFacts = {
  /** The row that it began by is still in force. */
  readonly rowInForce: boolean;
  readonly answer: AuthenticationAnswer['kind'] | 'no-answer';
};

export const lastingRules = [
  { code: 'ingress.lasting.row-withdrawn', cites: ['C-07', 'M-05'], holds: (f) => f.rowInForce },
  { code: 'ingress.lasting.authentication-silent', cites: ['I-04'], holds: (f) => f.answer !== 'no-answer' },
  { code: 'ingress.lasting.session-ended', cites: ['S7', 'K-04'], holds: (f) => f.answer === 'allowed' || f.answer === 'no-answer' },
] as const satisfies RuleTable<LastingFacts>;
export type LastingRefusal = CodeOf<typeof lastingRules>;
