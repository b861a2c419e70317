/** A cold start needs nobody's permission: with the identity provider away, the cloud boots and break-glass gets in (S12). */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { arrives, during, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02', 'G-06'],
  needs: ['restart'],
  honest: {},
  fault: connectionsRefused,
  act: async ({ target, actors }) => {
    await target.restart?.();
    await actors.user().signIn();
    return actors.breakGlass().signIn();
  },
  expect: [
    arrives('admin'),
    during('single sign-on says that the identity provider is away', 'sign in', (outcomes) =>
      outcomes.some((outcome) => outcome.kind === 'refused' && outcome.code === 'sso.idp.connection-refused'),
    ),
  ],
});
