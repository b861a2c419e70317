/** Somebody is signed in twice, and an org admin allows one session each: the older one ends at once. Calibration: two are allowed. */
import { heldSession, limitSessions, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ perPerson: string }>({
  proves: ['M-10', 'I-08'],
  honest: { perPerson: '2' },
  deviation: { perPerson: '1' },
  act: async (world, { perPerson }) => {
    const older = await heldSession(world);
    await heldSession(world);
    const limited = await limitSessions(world, { perPerson });
    return limited.kind === 'ok' ? older.use() : limited;
  },
  expect: [refusedWith('session.host.displaced')],
});
