/** The customer's IdP administrator makes a new client secret and tells nobody: every sign-in fails while the identity provider looks healthy (C-03). */
import type { Fault } from './fault.ts';

export const clientSecretRotated: Fault = {
  name: 'idp.client-secret-rotated',
  title: 'The client secret was changed at the identity provider, and nobody told the cloud.',
  needs: [],
  shared: false,
  async install({ realm }) {
    await realm.rotateClientSecret();
    return () => realm.revert();
  },
  async observe({ realm }) {
    const accepted = await realm.clientSecretIsAccepted(realm.relyingParty.clientSecret);
    return accepted
      ? { seen: 'absent', detail: 'the identity provider accepts the secret that the cloud was given' }
      : { seen: 'present', detail: 'the identity provider refuses the secret that the cloud was given' };
  },
};
