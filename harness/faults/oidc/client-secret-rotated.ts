/** The customer's IdP administrator makes a new client secret and tells nobody: every sign-in fails while the identity provider looks healthy (C-03). */
import type { Realm } from '../../idp/driver.ts';
import type { Disturbable, Fault } from '../fault.ts';

/** What the customer's administrator knows and the cloud does not, while the fault lasts. */
const newest = new WeakMap<Realm, string>();

export const clientSecretRotated: Fault = {
  name: 'idp.client-secret-rotated',
  title: 'The client secret was changed at the identity provider, and nobody told the cloud.',
  family: 'oidc',
  means: 'realm',
  meets: 'sso.code-exchange.client-rejected',
  setting: 'clientSecret',
  needs: [],
  shared: false,
  async install({ realm }) {
    newest.set(realm, await realm.rotateClientSecret());
    return async () => {
      await realm.revert();
      newest.delete(realm);
    };
  },
  /** Of the identity provider alone: which secret AdminHub holds by now, nobody outside sees. */
  async observe({ realm }) {
    const accepted = await realm.clientSecretIsAccepted(realm.relyingParty.clientSecret);
    return accepted
      ? { seen: 'absent', detail: 'the identity provider accepts the secret that the cloud was set up with' }
      : { seen: 'present', detail: 'the identity provider refuses the secret that the cloud was set up with' };
  },
  settingNow: (world) => newestClientSecret(world),
};

/** The secret that is right now, rotated or not, as the customer's administrator would read it out on the telephone. */
export const newestClientSecret = ({ realm }: Pick<Disturbable, 'realm'>): string => newest.get(realm) ?? realm.relyingParty.clientSecret;
