/** The door of the deviations: brings a named departure about, in the identity provider's answers or in requests, cookies, user contexts and logout tokens, and describes all that stand in tables. */
export { samlLogoutOf } from '../../fakes/deviations/saml-logout/honest.ts';
export { type ContextTokens, contextTokens, respelled } from './context-token.ts';
export { cookieLines, type HeldCookies } from './cookies.ts';
export { type Departure, type DeviationNames, departureOf, departures, type FamilyName, type ListedDeparture } from './departure.ts';
export { idTokenKit, stranger } from './kit.ts';
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
