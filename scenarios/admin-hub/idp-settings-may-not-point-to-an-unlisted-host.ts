/** Whoever holds the break-glass account can repair single sign-on, and cannot hand it to a stranger. */
import { afterwards, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ issuer: 'own' | 'unlisted' }>({
  proves: ['B-09', 'F-05'],
  honest: { issuer: 'own' },
  deviation: { issuer: 'unlisted' },
  act: async ({ actors, realm }, { issuer }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    const unlisted = new URL(realm.issuer.pathname, `https://${realm.issuer.hostname}.attacker.test`);
    return holder.saveIdpSettings({
      clientSecret: realm.relyingParty.clientSecret,
      issuer: issuer === 'own' ? realm.issuer.href : unlisted.href,
    });
  },
  expect: [
    refusedWith('admin-hub.idp-settings.host-not-allowed'),
    afterwards('single sign-on still goes where it went', ({ actors }) => actors.user().signIn()),
  ],
});
