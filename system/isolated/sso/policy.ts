/** What the authentication service demands, as data: the rule tables and the verifier. The released policy is the default (S6). */
import type { RuleTable } from '../../kernel/rule.ts';
import { type CallbackFacts, callbackRules } from './callback.ts';
import { type ExchangeCode, exchangeCode } from './code-exchange.ts';
import { type AvailabilityFacts, availabilityRules } from './idp.ts';
import { type ExchangeFacts, exchangeRules } from './library-verdict.ts';

export type SsoPolicy = {
  readonly availability: RuleTable<AvailabilityFacts>;
  readonly callback: RuleTable<CallbackFacts>;
  readonly exchange: RuleTable<ExchangeFacts>;
  readonly exchangeCode: ExchangeCode;
};
export const releasedSsoPolicy: SsoPolicy = Object.freeze({
  availability: Object.freeze(availabilityRules),
  callback: Object.freeze(callbackRules),
  exchange: Object.freeze(exchangeRules),
  exchangeCode,
});
