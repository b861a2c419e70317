/** What a SAML response must be, and in which order it is refused: text and envelope, signatures, the attempt, then what the signed assertion says, and last a second opinion. SAML Core 2.0, SAML Profiles 2.0 §4.1.4. Threats: signature wrapping, parser differentials, replay, a response for another relying party, browser or request (I-07, S8, S9). */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';
import type { ResponseFacts } from './facts.ts';
import { attemptRules } from './rules/attempt.ts';
import { conditionRules } from './rules/conditions.ts';
import { messageRules } from './rules/message.ts';
import { signatureRules } from './rules/signature.ts';
import { subjectRules } from './rules/subject.ts';

export const responseRules = [
  ...messageRules,
  ...signatureRules,
  ...attemptRules,
  ...subjectRules,
  ...conditionRules,
  { code: 'sso.saml-response.library-refused', cites: ['I-07', 'S9'], holds: (f) => f.library === 'agrees' },
] as const satisfies RuleTable<ResponseFacts>;
export type ResponseRefusal = CodeOf<typeof responseRules>;
