/** What a sign-in by SAML demands, as data: the rule tables and the verifiers (S6). */
import type { RuleTable } from '../../../kernel/rule.ts';
import type { LogoutFacts } from './saml-logout/facts.ts';
import { logoutRules } from './saml-logout/rules.ts';
import type { ResponseFacts } from './saml-response/facts.ts';
import { responseRules } from './saml-response/rules.ts';
import { type SecondOpinion, secondOpinion } from './saml-response/second-opinion.ts';
import { type VerifySignature, verifySignature } from './signature/verify.ts';

export type SamlPolicy = {
  readonly response: RuleTable<ResponseFacts>;
  readonly logout: RuleTable<LogoutFacts>;
  readonly verifySignature: VerifySignature;
  readonly secondOpinion: SecondOpinion;
};
export const releasedSamlPolicy: SamlPolicy = Object.freeze({
  response: Object.freeze(responseRules),
  logout: Object.freeze(logoutRules),
  verifySignature,
  secondOpinion,
});
