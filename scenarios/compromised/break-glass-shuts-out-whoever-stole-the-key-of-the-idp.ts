/** The key was stolen: the identity provider goes over to a new one, break-glass strikes out the old one, and whatever is signed with it signs nobody in any more, although it is still published. */
import { keyStolen } from '../../harness/faults/index.ts';
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-04'],
  honest: {},
  fault: keyStolen,
  act: async ({ actors, realm }) => {
    const { keyId: struckOutKeyIds } = await realm.signingKey();
    await realm.rotateKeys();
    const holder = actors.breakGlass();
    await holder.signIn();
    await holder.saveIdpSettings({ struckOutKeyIds });
    return actors.user({ as: 'nils', from: 'attacker' }).signIn();
  },
  expect: [refusedWith('sso.id-token.key-struck-out')],
});
