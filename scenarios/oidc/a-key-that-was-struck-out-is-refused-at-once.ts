/** A key of the identity provider is in wrong hands: who repairs the settings strikes it out, and no token of it signs anybody in, although it is still published. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ struckOut: 'another key' | 'the key that signs' }>({
  proves: ['C-04', 'I-07'],
  honest: { struckOut: 'another key' },
  deviation: { struckOut: 'the key that signs' },
  act: async ({ actors, realm }, { struckOut }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    const { keyId } = await realm.signingKey();
    await holder.saveIdpSettings({ struckOutKeyIds: struckOut === 'another key' ? 'a-key-of-another-year' : keyId });
    return actors.user().signIn();
  },
  expect: [refusedWith('sso.id-token.key-struck-out')],
});
