/** Every address of the identity provider redirects to itself: two load balancers that send people to each other (C-02). RFC 9110 §15.4. */
import type { Fault } from '../fault.ts';
import { sighting } from '../symptom.ts';

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
