/** Requirements G: what makes emergency access safe: isolation, scope, expiry, record, dual control. */
import type { Requirement } from '../requirement.ts';

export const keyElements: readonly Requirement[] = [
  { id: 'G-01', title: 'Credential isolation: stored outside the standard flow', parts: [3] },
  { id: 'G-02', title: 'Limited scope: minimal permissions to restore', parts: [3] },
  { id: 'G-03', title: 'Tight expiration: access ends by itself after a short interval', parts: [1, 3] },
  { id: 'G-04', title: 'Immutable logging', parts: [3] },
  { id: 'G-05', title: 'Dual control: two or more authorised people approve before enabling', parts: [3] },
  { id: 'G-06', title: 'Bypasses SSO yet authenticates by separate secrets or hardware tokens', parts: [3] },
  { id: 'G-07', title: 'Never reuse standard administrative credentials', parts: [3] },
  { id: 'G-08', title: 'Rotation keeps credentials current', parts: [3] },
  { id: 'G-09', title: 'Offline verification keeps them trusted', parts: [3] },
];
