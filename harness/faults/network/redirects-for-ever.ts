/** Every address of the identity provider redirects to itself: two load balancers that send people to each other (C-02). RFC 9110 §15.4. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const redirectsForEver: Fault = {
  name: 'idp.redirects-for-ever',
  title: 'Every address of the identity provider leads to itself again.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.misbehave('redirecting'),
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'answered' && symptom.status === 302),
};
