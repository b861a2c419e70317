/** The identity provider speaks TLS 1.1 at best: an appliance that nobody updated (C-02). RFC 8996. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const tlsTooOld: Fault = {
  name: 'idp.tls-too-old',
  title: 'The identity provider speaks no TLS that is newer than 1.1.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.misbehave('old-tls'),
  observe: async (world) => sighting(await world.probe.ask(), ({ kind }) => kind === 'tls-too-old'),
};
