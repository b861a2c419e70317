/** An issuer that is not safe, not listed and has a query is refused with all that is wrong, and what was in force stays (C-07). Calibration: the issuer as it is. */
import { afterwards, refusedWith, scenario, toldAllProblems } from '../../harness/scenario/index.ts';

export default scenario<{ issuer: 'own' | 'wrong in three ways' }>({
  proves: ['C-07', 'B-09'],
  honest: { issuer: 'own' },
  deviation: { issuer: 'wrong in three ways' },
  act: async ({ actors, realm }, { issuer }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    return holder.saveIdpSettings({
      clientSecret: realm.relyingParty.clientSecret,
      issuer: issuer === 'own' ? realm.issuer.href : 'http://idp.attacker.test/realms/acme?x=1',
    });
  },
  expect: [
    refusedWith('admin-hub.idp-settings.with-query'),
    toldAllProblems('admin-hub.idp-settings.with-query', 'admin-hub.idp-settings.not-https', 'admin-hub.idp-settings.host-not-allowed'),
    afterwards('single sign-on still goes where it went', ({ actors }) => actors.user().signIn()),
  ],
});
