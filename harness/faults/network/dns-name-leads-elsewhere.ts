/** The name of the identity provider leads to another host, which shows its own certificate (C-02). RFC 9525 §6. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const dnsNameLeadsElsewhere: Fault = {
  name: 'idp.dns-name-leads-elsewhere',
  title: 'The name of the identity provider leads to the host of another application.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.certificate-name-mismatch',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.misbehave('elsewhere'),
  observe: async (world) => {
    const came = world.faultProxy.connections.length;
    const symptom = await world.probe.ask();
    const nobodyCame = world.faultProxy.connections.length === came;
    return sighting(symptom, ({ kind }) => kind === 'wrong-name' && nobodyCame);
  },
};
