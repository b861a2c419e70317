/** The identity provider's host is up and nothing listens: every new connection is refused at once (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const connectionsRefused: Fault = {
  name: 'idp.connections-refused',
  title: 'Nothing listens where the identity provider should be; every connection is refused at once.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.connection-refused',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.refuse(),
  observe: async (world) => sighting(await world.probe.ask(), ({ kind }) => kind === 'refused'),
};
