/** Requirements L: what the Isolation Gateway lets out. */
import type { Requirement } from '../requirement.ts';

export const isolationGateway: readonly Requirement[] = [
  { id: 'L-01', title: 'Works only with an active stateless session', parts: [4] },
  { id: 'L-02', title: 'A page load triggers the need for data', parts: [4] },
  { id: 'L-03', title: 'Commercial service reads the cloud id from the session', parts: [4] },
  { id: 'L-04', title: "Back-end request goes through the gateway to the user's cloud", parts: [4] },
  { id: 'L-05', title: 'Forwarded only if the endpoint is explicitly exposed', parts: [4] },
  { id: 'L-06', title: 'Gateway picks the appropriate backend', parts: [4] },
  { id: 'L-07', title: 'Data returned and rendered', parts: [4] },
  { id: 'L-08', title: 'Nothing but allowlisted endpoints', parts: [4] },
  { id: 'L-09', title: 'No arbitrary access to isolated data', parts: [4] },
  { id: 'L-10', title: 'List changes are controlled and audited', parts: [4] },
];
