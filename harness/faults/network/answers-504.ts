/** The identity provider answers every request with 504: a load balancer that waited in vain for what is behind it (C-02). RFC 9110 §15.6.5. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const answers504: Fault = {
  name: 'idp.answers-504',
  title: 'The identity provider answers every request with 504 Gateway Timeout.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.answer(504),
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'answered' && symptom.status === 504),
};
