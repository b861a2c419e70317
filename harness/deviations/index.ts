/** The door of the deviations: brings a named departure about, in the identity provider's answers or in requests, cookies, user contexts and logout tokens, and describes all that stand in tables. */
export { samlLogoutOf } from '../../fakes/deviations/saml-logout/honest.ts';
export { type ContextTokens, contextTokens, respelled } from './context-token.ts';
export { cookieLines, type HeldCookies } from './cookies.ts';
export { idTokenKit, stranger } from './kit.ts';
export {
  type DescribedDeviation,
  type DeviationNames,
  deviationOf,
  type FamilyName,
  type ListedDeviation,
  listedDeviations,
} from './listed.ts';
export { idpSessionIn, logoutTokenOf } from './logout-token.ts';
export { composed, kindOf } from './requests.ts';
export {
  authorizationResponseRewriter,
  idTokenRewriter,
  keepingResponse,
  keySetRewriter,
  neededBy,
  type OrHonest,
  type ResponseKit,
  tokenAnswerRewriter,
  watchingIdToken,
  watchingResponse,
} from './rewriters.ts';
export {
  keepingSamlAnswer,
  type NeededAnswer,
  type SamlAnswer,
  type SamlKit,
  samlKit,
  samlNeededBy,
  samlResponseRewriter,
  watchingSamlAnswer,
} from './saml-response.ts';
export { type Rewritable, underRewriting } from './under-rewriting.ts';
