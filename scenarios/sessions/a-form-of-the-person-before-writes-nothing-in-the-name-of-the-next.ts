/** One browser, two people: the form of the first still stands in a tab when the second signs in. What is sent from it then would be written in the name of the second, and is refused. Calibration: the first is still there. */
import { issuesNoted, noIssueCalled, refusedWith, scenario, signedIn, signedInUser } from '../../harness/scenario/index.ts';

const title = 'Begun by the one before';

export default scenario<{ next: 'nobody' | 'a colleague' }>({
  proves: ['I-08', 'S4'],
  honest: { next: 'nobody' },
  deviation: { next: 'a colleague' },
  act: async (world, { next }) => {
    const user = await signedInUser(world);
    const other = user.anotherTab('nils');
    const meanwhile = async (): Promise<void> => {
      if (next === 'nobody') return;
      await other.signOut();
      await other.signIn();
    };
    const { outcome } = await user.openIssue({ title, readers: 'all', meanwhile });
    await issuesNoted(world, await signedIn(world, 'ada'));
    return outcome;
  },
  expect: [refusedWith('tracker.issue.form-token-wrong'), noIssueCalled(title)],
});
