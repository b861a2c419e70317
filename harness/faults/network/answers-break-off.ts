/** The connection breaks in the middle of every answer (C-02). RFC 9112 §8. */

import { documentPath } from '../../idp-probe/oidc-sign-in.ts';
import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const answersBreakOff: Fault = {
  name: 'idp.answers-break-off',
  title: 'The identity provider begins its answers, and the connection breaks in the middle of them.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.misbehave('breaking-off'),
  observe: async (world) => {
    const begun = await world.probe.ask();
    const whole = await world.probe.exchange({ path: documentPath(world) });
    const broken = 'failed' in whole && whole.failed.kind === 'reset';
    return sighting('failed' in whole && !broken ? whole.failed : begun, ({ kind }) => kind === 'answered' && broken);
  },
};
