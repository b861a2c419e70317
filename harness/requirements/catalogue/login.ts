/** Requirements I: the way of a request through the isolated cloud, from the edge to a product. */
import type { Requirement } from '../requirement.ts';

export const login: readonly Requirement[] = [
  { id: 'I-01', title: "Environment fully isolated for the organisation's products", parts: [2] },
  { id: 'I-02', title: 'Shared services outside are reached through stateless federated login', parts: [2] },
  { id: 'I-03', title: 'Request arrives at the edge and is forwarded to the ingress gateway inside', parts: [1, 2] },
  { id: 'I-04', title: 'Ingress inspects for authentication headers and forwards to the auth service', parts: [1, 2] },
  { id: 'I-05', title: 'Unauthenticated user is redirected to the configured SAML or OIDC IdP', parts: [1, 2] },
  { id: 'I-06', title: 'MFA and organisation rules are done at the IdP', parts: [1, 2] },
  { id: 'I-07', title: 'Assertion is validated', parts: [1, 2] },
  { id: 'I-08', title: 'Session is established', parts: [1, 2] },
  { id: 'I-09', title: 'A User Context Token is minted', parts: [1, 2] },
  { id: 'I-10', title: 'Authenticated request is routed to the right backend', parts: [1, 2] },
  { id: 'I-11', title: 'Identity data, session state and processing stay inside', parts: [2] },
];
