/** The start page has no secret and still signs people in, while no tile of it leads anywhere: the secret between the identity provider and us was rotated. Break-glass sets the new one, and the tile opens the tracker. */
import { clientSecretRotated, newestClientSecret } from '../../harness/faults/index.ts';
import { arrives, atTheTiles, before, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-07', 'A-11', 'A-12', 'C-03'],
  needs: ['browser', 'start-page'],
  honest: {},
  fault: clientSecretRotated,
  act: async (world) => {
    const user = await atTheTiles(world);
    await user.startPage.choose('tracker');
    const holder = world.actors.breakGlass();
    await holder.signIn();
    const saved = await holder.saveIdpSettings({ clientSecret: newestClientSecret(world) });
    if (saved.kind === 'ok') world.mark('new-secret-saved');
    await holder.signOut();
    await user.startPage.signIn();
    return user.startPage.choose('tracker');
  },
  expect: [
    arrives('tracker'),
    before('no tile leads anywhere, for the rotated secret', {
      verb: 'choose the tile of the tracker',
      moment: 'new-secret-saved',
      met: (outcomes) =>
        outcomes.length === 1 &&
        outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'sso.code-exchange.client-rejected'),
    }),
  ],
});
