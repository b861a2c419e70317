/** What the account is for: the pages on which single sign-on is repaired. */
import { arrives, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['B-05', 'D-08', 'G-02'],
  honest: {},
  act: async ({ actors }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    return holder.open('admin', '/idp-settings');
  },
  expect: [arrives('admin')],
});
