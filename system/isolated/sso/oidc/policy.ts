/** What a sign-in by OIDC demands, as data: the rule tables and the verifier (S6). */
import type { RuleTable } from '../../../kernel/rule.ts';
import { type CallbackFacts, callbackRules } from './callback.ts';
import { type ExchangeCode, exchangeCode } from './code-exchange.ts';
import { type ExchangeFacts, exchangeRules } from './library-verdict.ts';

export type OidcPolicy = {
  readonly callback: RuleTable<CallbackFacts>;
  readonly exchange: RuleTable<ExchangeFacts>;
  readonly exchangeCode: ExchangeCode;
};
export const releasedOidcPolicy: OidcPolicy = Object.freeze({
  callback: Object.freeze(callbackRules),
  exchange: Object.freeze(exchangeRules),
  exchangeCode,
});
