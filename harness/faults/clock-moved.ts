/** Maker of the faults of the identity provider's clock: it goes for all realms, so what is done under them is done alone. */
import type { Fault } from './fault.ts';
import { claimsOf, seenBySignIn } from './observing.ts';

type Moved = Pick<Fault, 'name' | 'title' | 'meets'> & { readonly bySeconds: number };

/** Seen by the difference between the probe's own clock and when an ID token says that it was made. */
export const clockMoved = ({ bySeconds, ...described }: Moved): Fault => ({
  ...described,
  family: 'oidc',
  means: 'process',
  needs: ['idp-clock'],
  shared: true,
  async install({ idp }) {
    if (!idp.clock) throw new TypeError(`the driver ${idp.driver} cannot move the clock of its identity provider`);
    return idp.clock.shift(bySeconds);
  },
  observe: seenBySignIn((end) => {
    const issuedAt = claimsOf(end)?.iat;
    return typeof issuedAt === 'number' && Math.abs(issuedAt - Date.now() / 1000 - bySeconds) < 60;
  }),
});
