/** An org admin allows one session each: whoever signs in once more loses the first. Calibration: two are allowed. */
import { heldSession, limitSessions, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ perPerson: string }>({
  proves: ['M-10', 'I-08'],
  honest: { perPerson: '2' },
  deviation: { perPerson: '1' },
  act: async (world, { perPerson }) => {
    const limited = await limitSessions(world, { perPerson });
    if (limited.kind !== 'ok') return limited;
    const first = await heldSession(world);
    await heldSession(world);
    return first.use();
  },
  expect: [refusedWith('session.host.displaced')],
});
