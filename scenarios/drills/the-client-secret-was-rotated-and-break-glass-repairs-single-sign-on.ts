/** The drill: the secret at the identity provider is rotated without telling us; everyone is locked out; break-glass gets in, sets the new secret, and leaves. */
import { clientSecretRotated, newestClientSecret } from '../../harness/faults/index.ts';
import { after, arrives, auditIsWhole, before, during, happensInOrder, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-02', 'A-07', 'A-11', 'C-03', 'D-10', 'H-11', 'N-18'],
  honest: {},
  fault: clientSecretRotated,
  act: async (world) => {
    const { actors, mark } = world;
    const first = await actors.user({ as: 'uma' }).signIn();
    if (first.kind === 'refused') mark('lock-out-noticed', 'the first refused sign-in');
    await actors.user({ as: 'nils' }).signIn();
    await actors.user({ as: 'ada' }).signIn();
    const holder = actors.breakGlass();
    if ((await holder.signIn()).kind === 'ok') mark('break-glass-session-opened');
    const saved = await holder.saveIdpSettings({ clientSecret: newestClientSecret(world) });
    if (saved.kind === 'ok') mark('new-secret-saved');
    const restored = await actors.user().signIn();
    if (restored.kind === 'ok') mark('single-sign-on-restored');
    const closed = await holder.signOut();
    if (closed.kind === 'ok') mark('break-glass-session-closed');
    await holder.carrySessionTo('admin');
    return actors.user({ as: 'nils' }).signIn();
  },
  expect: [
    arrives('tracker'),
    before('everyone was locked out, by the rotated secret', {
      verb: 'sign in',
      moment: 'break-glass-session-opened',
      met: (outcomes) =>
        outcomes.length === 3 &&
        outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'sso.code-exchange.client-rejected'),
    }),
    after('with the new secret people sign in again', {
      verb: 'sign in',
      moment: 'new-secret-saved',
      met: (outcomes) => outcomes.length === 2 && outcomes.every((outcome) => outcome.kind === 'ok'),
    }),
    happensInOrder(
      'fault-installed',
      'lock-out-noticed',
      'break-glass-session-opened',
      'new-secret-saved',
      'single-sign-on-restored',
      'break-glass-session-closed',
    ),
    during('the closed session opens nothing any more', 'carry the session to admin /', (outcomes) =>
      outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'break-glass.session.unknown'),
    ),
    auditIsWhole,
  ],
});
