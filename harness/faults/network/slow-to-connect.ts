/** Before TLS begins, longer passes than anybody waits: a firewall that looks everything up (C-02). */

import { beyondTheLimit, systemLimitMs } from '../../fault-proxy/slowness.ts';
import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

const patienceMs = beyondTheLimit.medianMs + 5_000;

export const slowToConnect: Fault = {
  name: 'idp.slow-to-connect',
  title: 'Connections to the identity provider take longer than anybody waits for them, and then all is well.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.no-answer',
  needs: [],
  slowToSee: true,
  shared: false,
  install: (world) => world.faultProxy.misbehave('slow-to-connect'),
  observe: async (world) =>
    sighting(
      await world.probe.ask({ timeLimitMs: patienceMs }),
      (symptom) => symptom.kind === 'answered' && (symptom.tlsAfterMs ?? 0) > systemLimitMs,
    ),
};
