/** The identity provider answers every request with 502: a load balancer that gets no sense from behind it (C-02). RFC 9110 §15.6.3. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const answers502: Fault = {
  name: 'idp.answers-502',
  title: 'The identity provider answers every request with 502 Bad Gateway.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.answer(502),
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'answered' && symptom.status === 502),
};
