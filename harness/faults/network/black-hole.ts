/** Connections to the identity provider are accepted and then nothing comes back, not even TLS: the outage that costs callers their whole time limit (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const blackHole: Fault = {
  name: 'idp.black-hole',
  title: 'The identity provider accepts connections and never says a byte, not even TLS.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.no-answer',
  needs: [],
  slowToSee: true,
  shared: false,
  install: (world) => world.faultProxy.blackHole(),
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'no-answer' && symptom.stage === 'tls'),
};
