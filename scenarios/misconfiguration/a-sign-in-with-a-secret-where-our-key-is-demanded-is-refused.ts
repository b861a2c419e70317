/** The identity provider takes no secret any more, but wants us to sign with our own key, which it fetches here. Calibration: AdminHub was told so, and everybody gets in. OIDC Core 1.0 §9. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ proof: 'private_key_jwt' | 'client_secret_basic' }>({
  proves: ['C-03'],
  hands: 'wire',
  // The identity provider is one for all worlds, and fetches the key of one of them.
  alone: true,
  honest: { proof: 'private_key_jwt' },
  deviation: { proof: 'client_secret_basic' },
  act: async (world, { proof }) => {
    world.idpReaches();
    await world.realm.setClientAuthentication('private_key_jwt', 'fetched');
    const holder = world.actors.breakGlass();
    await holder.signIn();
    const saved = await holder.saveIdpSettings({ clientAuthentication: proof });
    return saved.kind === 'ok' ? world.actors.user().signIn() : saved;
  },
  expect: [refusedWith('sso.code-exchange.client-rejected')],
});
