/** The identity provider presents a trusted certificate that is made out to another host (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const certificateOfAnotherName: Fault = {
  name: 'idp.certificate-of-another-name',
  title: 'The certificate of the identity provider is trusted, but made out to another host.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.certificate-name-mismatch',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.presentCertificate('other-name'),
  observe: async (world) => sighting(await world.probe.ask(), ({ kind }) => kind === 'wrong-name'),
};
