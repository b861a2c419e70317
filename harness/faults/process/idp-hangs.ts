/** The identity provider's own process stands still: its host takes connections and TLS, and no answer ever comes (C-02). */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const idpHangs: Fault = {
  name: 'idp.hangs',
  title: "The identity provider's process stands still: connections succeed, no answer comes.",
  family: 'process',
  means: 'process',
  meets: 'sso.idp.no-answer',
  needs: ['idp-hang'],
  shared: true,
  async install({ idp, faultProxy }) {
    if (!idp.hang) throw new TypeError(`the driver ${idp.driver} cannot make its identity provider hang`);
    const goOn = await idp.hang();
    faultProxy.cut();
    return async () => {
      await goOn();
      faultProxy.cut();
    };
  },
  observe: async (world) => sighting(await world.probe.ask(), (symptom) => symptom.kind === 'no-answer' && symptom.stage === 'answer'),
};
