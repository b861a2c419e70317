/** Single sign-on: somebody who signed in for the tracker comes to the wiki and is there, without being asked anything. A stranger is asked. */
import { arrives, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-08'],
  honest: {},
  act: async ({ actors }) => {
    const user = actors.user();
    await user.signIn();
    return user.open('wiki');
  },
  expect: [arrives('wiki')],
});
