/** The identity provider presents a certificate that was right until ten minutes ago (C-02). */
import type { Fault } from '../fault.ts';
import { sighting } from '../symptom.ts';

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
