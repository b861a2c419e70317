/** The identity provider answers every request with 503: a load balancer without a healthy back end (C-02). RFC 9110 §15.6.4. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const answers503: Fault = {
  name: 'idp.answers-503',
  title: 'The identity provider answers every request with 503 Service Unavailable.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.answer(503),
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'answered' && symptom.status === 503),
};
