/** The identity provider's name does not resolve any more; the host itself goes on (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const dnsNameGone: Fault = {
  name: 'idp.dns-name-gone',
  title: "The identity provider's name does not exist any more.",
  family: 'network',
  means: 'network',
  meets: 'sso.idp.name-not-found',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.withdrawName(),
  observe: async (world) => sighting(await world.probe.ask(), ({ kind }) => kind === 'no-such-name'),
};
