/** The identity provider presents a certificate that was right until ten minutes ago (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const certificateExpired: Fault = {
  name: 'idp.certificate-expired',
  title: 'The certificate of the identity provider has expired.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.certificate-expired',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.presentCertificate('expired'),
  observe: async (world) => sighting(await world.probe.ask(), ({ kind }) => kind === 'expired'),
};
