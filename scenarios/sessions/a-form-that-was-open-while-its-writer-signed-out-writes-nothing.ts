/** Two tabs: the form stands in one, and its writer signs out in the other. What is sent then is refused, and nothing is written. Calibration: the other tab only looks. */
import { refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ meanwhile: 'looks' | 'signs out' }>({
  proves: ['I-08', 'S7'],
  honest: { meanwhile: 'looks' },
  deviation: { meanwhile: 'signs out' },
  act: async (world, input) => {
    const user = await signedInUser(world);
    const other = user.anotherTab();
    const meanwhile = (): Promise<unknown> => (input.meanwhile === 'looks' ? other.open('tracker') : other.signOut());
    return (await user.openIssue({ title: 'Written in the other tab', readers: 'all', meanwhile })).outcome;
  },
  expect: [refusedWith('session.host.signed-out')],
});
