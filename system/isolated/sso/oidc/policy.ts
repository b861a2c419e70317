/** What a sign-in by OIDC demands, as data: the rule tables and the verifiers (S6). */
import type { RuleTable } from '../../../kernel/rule.ts';
import { type CallbackFacts, callbackRules } from './callback.ts';
import { exchangeCode } from './code-exchange/exchange.ts';
import { exchangeRules } from './code-exchange/rules.ts';
import { type FrontChannelFacts, frontChannelRules } from './front-channel-logout/rules.ts';
import { idTokenRules } from './id-token/rules.ts';
import { type Identify, type IdentifyPolicy, identify } from './identify.ts';
import { keySetRules } from './keys/rules.ts';
import { type LeavingFacts, leavingRules } from './leaving/rules.ts';
import { type LogoutTokenFacts, logoutTokenRules } from './logout-token/rules.ts';
import { type SignedOutFacts, signedOutRules } from './signed-out/rules.ts';

export type OidcPolicy = IdentifyPolicy & {
  readonly callback: RuleTable<CallbackFacts>;
  readonly logoutToken: RuleTable<LogoutTokenFacts>;
  readonly frontChannelLogout: RuleTable<FrontChannelFacts>;
  readonly leaving: RuleTable<LeavingFacts>;
  readonly signedOut: RuleTable<SignedOutFacts>;
  readonly identify: Identify;
};
export const releasedOidcPolicy: OidcPolicy = Object.freeze({
  callback: Object.freeze(callbackRules),
  exchange: Object.freeze(exchangeRules),
  keySet: Object.freeze(keySetRules),
  idToken: Object.freeze(idTokenRules),
  logoutToken: Object.freeze(logoutTokenRules),
  frontChannelLogout: Object.freeze(frontChannelRules),
  leaving: Object.freeze(leavingRules),
  signedOut: Object.freeze(signedOutRules),
  exchangeCode,
  identify,
});
