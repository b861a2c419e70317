/** An identity provider that is set to demand more than it demands. */
import type { WorldDefect } from './defect.ts';

/** It demands our key while the honest act is tried, and from then on takes what it always took. */
export const demandsNoKey: WorldDefect = {
  name: 'lenient:idp.demands-no-key',
  kind: 'world',
  breaks: 'The identity provider takes the client secret although it was told to demand our key.',
  async spoil({ view: { realm } }) {
    const { setClientAuthentication } = realm;
    let asked = 0;
    Object.assign(realm, {
      setClientAuthentication: async (...how: Parameters<typeof setClientAuthentication>) => {
        asked += 1;
        if (asked === 1) await setClientAuthentication(...how);
      },
    });
  },
};
