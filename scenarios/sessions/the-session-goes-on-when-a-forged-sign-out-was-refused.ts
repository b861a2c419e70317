/** A post to the sign-out that is not from our own form is refused, and the session opens the tracker as before. */
import { arrives, during, heldSession, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['S4', 'I-08'],
  honest: {},
  act: async (world) => {
    const session = await heldSession(world);
    await session.holder.postFrom(world.target.origins.login, { host: 'login', path: '/sign-out', form: { 'form-token': 'made-up' } });
    return session.use();
  },
  expect: [
    arrives('tracker'),
    during('the forged sign-out is refused for its form token', 'post to login /sign-out from login.acme.isolated.test', (outcomes) =>
      outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'session.sign-out.form-token-wrong'),
    ),
  ],
});
