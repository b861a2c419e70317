/** The identity provider's process dies at once, without a farewell; what stands before it answers 502 (C-02). RFC 9110 §15.6.3. */

import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const idpKilled: Fault = {
  name: 'idp.killed',
  title: "The identity provider's process was killed.",
  family: 'process',
  means: 'process',
  meets: 'sso.idp.unavailable',
  needs: [],
  shared: true,
  async install({ idp, faultProxy }) {
    await idp.kill();
    faultProxy.cut();
    return async () => {
      await idp.restart();
      faultProxy.cut();
    };
  },
  async observe({ idp, probe }) {
    const alive = await idp.answers();
    const seen = sighting(await probe.ask(), (symptom) => !alive && symptom.kind === 'answered' && symptom.status === 502);
    return seen.seen === 'absent' && !alive ? { seen: 'unclear', detail: `${seen.detail}, yet the process itself does not answer` } : seen;
  },
};
