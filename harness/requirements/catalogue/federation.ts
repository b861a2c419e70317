/** Requirements J: Stateless federated login to shared commercial services. */
import type { Requirement } from '../requirement.ts';

export const federation: readonly Requirement[] = [
  { id: 'J-01', title: 'Support Centre, Marketplace and the like run on the commercial side', parts: [4] },
  { id: 'J-02', title: 'Access without compromising the isolation model', parts: [4] },
  { id: 'J-03', title: 'The isolated identity service is the OIDC provider for the commercial identity service', parts: [4] },
  { id: 'J-04', title: 'Shared service detects that the user is not authenticated', parts: [4] },
  { id: 'J-05', title: 'Redirect to login; user enters e-mail', parts: [4] },
  { id: 'J-06', title: "Domain lookup decides from the e-mail's domain", parts: [4] },
  { id: 'J-07', title: 'Page shows the isolated option in addition to the commercial ones', parts: [4] },
  { id: 'J-08', title: "Selecting it starts an OAuth/OIDC flow to that cloud's OAuth server", parts: [4] },
  { id: 'J-09', title: 'User authenticates inside against the configured IdP with SSO and MFA', parts: [4] },
  { id: 'J-10', title: 'Isolated OAuth server returns a code to the commercial service', parts: [4] },
  { id: 'J-11', title: 'Code exchanged for an ID token', parts: [4] },
  { id: 'J-12', title: 'Minimal claims: user id and isolated cloud id only', parts: [4] },
  { id: 'J-13', title: 'No personal data persisted commercially', parts: [4] },
  { id: 'J-14', title: 'Stateless session in the browser', parts: [4] },
  { id: 'J-15', title: 'Session holds only the minimum claims', parts: [4] },
  { id: 'J-16', title: 'Federated login reaches commercial services in a controlled way', parts: [4] },
];
