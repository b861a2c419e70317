/** What a sign-in by OIDC demands, as data: the rule tables and the verifiers (S6). */
import type { RuleTable } from '../../../kernel/rule.ts';
import { type CallbackFacts, callbackRules } from './callback.ts';
import { exchangeCode } from './code-exchange/exchange.ts';
import { exchangeRules } from './code-exchange/rules.ts';
import { idTokenRules } from './id-token/rules.ts';
import { type Identify, type IdentifyPolicy, identify } from './identify.ts';
import { keySetRules } from './keys.ts';

export type OidcPolicy = IdentifyPolicy & { readonly callback: RuleTable<CallbackFacts>; readonly identify: Identify };
export const releasedOidcPolicy: OidcPolicy = Object.freeze({
  callback: Object.freeze(callbackRules),
  exchange: Object.freeze(exchangeRules),
  keySet: Object.freeze(keySetRules),
  idToken: Object.freeze(idTokenRules),
  exchangeCode,
  identify,
});
