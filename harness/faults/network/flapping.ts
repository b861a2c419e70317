/** Every other connection is cut: one of two nodes is dead and still in the list (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const flapping: Fault = {
  name: 'idp.flapping',
  title: 'Every other connection to the identity provider is cut.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.misbehave('flapping'),
  observe: async (world) => {
    const symptoms = [await world.probe.ask(), await world.probe.ask()];
    const cut = symptoms.filter(({ kind }) => kind === 'reset').length;
    const [first] = symptoms.filter(({ kind }) => kind !== 'reset');
    return sighting(first ?? { kind: 'reset' }, ({ kind }) => cut === 1 && kind === 'answered');
  },
};
