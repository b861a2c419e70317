/** Two tabs: the form stands in one, and its writer signs out in the other. What is sent then is refused, and nothing is written. Calibration: the other tab only looks. */
import { issuesNoted, noIssueCalled, refusedWith, scenario, signedIn, signedInUser } from '../../harness/scenario/index.ts';

const title = 'Written in the other tab';

export default scenario<{ meanwhile: 'looks' | 'signs out' }>({
  proves: ['I-08', 'S7'],
  honest: { meanwhile: 'looks' },
  deviation: { meanwhile: 'signs out' },
  act: async (world, input) => {
    const user = await signedInUser(world);
    const other = user.anotherTab();
    const meanwhile = (): Promise<unknown> => (input.meanwhile === 'looks' ? other.open('tracker') : other.signOut());
    const { outcome } = await user.openIssue({ title, readers: 'all', meanwhile });
    await issuesNoted(world, await signedIn(world, 'ada'));
    return outcome;
  },
  expect: [refusedWith('session.host.signed-out'), noIssueCalled(title)],
});
