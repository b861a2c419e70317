/** The identity provider presents a certificate for the right name from an authority that nobody trusts (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const certificateNotTrusted: Fault = {
  name: 'idp.certificate-not-trusted',
  title: 'The certificate of the identity provider comes from an authority that nobody trusts.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.certificate-not-trusted',
  needs: [],
  shared: false,
  install: (world) => world.faultProxy.presentCertificate('untrusted'),
  observe: async (world) => sighting(await world.probe.ask(), ({ kind }) => kind === 'untrusted'),
};
