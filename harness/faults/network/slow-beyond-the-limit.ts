/** The identity provider answers rightly, but always later than the system waits for it (C-02). */

import { beyondTheLimit, systemLimitMs } from '../../fault-proxy/slowness.ts';
import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

/** Long enough to see the late answer itself: only that tells slow from dead. */
const patienceMs = beyondTheLimit.medianMs + beyondTheLimit.jitterMs + 5_000;

export const slowBeyondTheLimit: Fault = {
  name: 'idp.slow-beyond-the-limit',
  title: 'The identity provider answers rightly, but later than the five seconds that anybody waits for it.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.no-answer',
  needs: [],
  slowToSee: true,
  shared: false,
  install: (world) => world.faultProxy.slow(beyondTheLimit),
  observe: async (world) =>
    sighting(
      await world.probe.ask({ timeLimitMs: patienceMs }),
      (symptom) => symptom.kind === 'answered' && symptom.afterMs - (symptom.tlsAfterMs ?? 0) > systemLimitMs,
    ),
};
