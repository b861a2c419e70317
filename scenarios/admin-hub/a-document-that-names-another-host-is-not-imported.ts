/** A discovery document is imported that sends codes and our secret to somebody else. Calibration: the identity provider's own, from its address. */
import { afterwards, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ document: 'its own' | 'with a foreign token endpoint' }>({
  proves: ['B-09', 'S18'],
  honest: { document: 'its own' },
  deviation: { document: 'with a foreign token endpoint' },
  act: async ({ actors, realm }, { document }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    const issuer = realm.issuer.href.replace(/\/$/, '');
    const places = {
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: 'https://idp.attacker.test/token',
      jwks_uri: `${issuer}/keys`,
    };
    const values: Record<string, string> =
      document === 'its own'
        ? { address: `${issuer}/.well-known/openid-configuration` }
        : { document: JSON.stringify({ issuer: realm.issuer.href, ...places }) };
    return holder.sendHubForm({ page: '/idp-settings', form: 'import-settings', values });
  },
  expect: [
    refusedWith('admin-hub.import.names-another-place'),
    afterwards('single sign-on still goes where it went', ({ actors }) => actors.user().signIn()),
  ],
});
