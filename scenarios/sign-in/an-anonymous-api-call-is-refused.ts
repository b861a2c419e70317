/** A script without a session is refused, not led to a page. Calibration: the same call by someone who signed in. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ signedIn: boolean }>({
  proves: ['M-05', 'I-04'],
  honest: { signedIn: true },
  deviation: { signedIn: false },
  act: async ({ actors }, { signedIn }) => {
    const user = actors.user();
    if (signedIn) await user.signIn();
    return user.callApi('tracker', '/api/issues');
  },
  expect: [refusedWith('session.host.missing')],
});
