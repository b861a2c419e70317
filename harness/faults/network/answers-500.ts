/** The identity provider answers every request with 500: an error page in the place of everything (C-02). RFC 9110 §15.6.1. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const answers500: Fault = {
  name: 'idp.answers-500',
  title: 'The identity provider answers every request with 500 Internal Server Error.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.answer(500),
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'answered' && symptom.status === 500),
};
