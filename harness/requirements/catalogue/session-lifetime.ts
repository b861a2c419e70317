/** Requirements K: how long sessions live. */
import type { Requirement } from '../requirement.ts';

export const sessionLifetime: readonly Requirement[] = [
  { id: 'K-01', title: 'At most 24 hours', parts: [4] },
  { id: 'K-02', title: 'Admin can configure a shorter timeout inside', parts: [4] },
  { id: 'K-03', title: 'Commercial session respects the custom value', parts: [4] },
  { id: 'K-04', title: 'Idle and absolute limits distinguished', parts: [2, 4] },
];
