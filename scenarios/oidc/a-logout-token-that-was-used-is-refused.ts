/** The same valid token once more: what it had to say is said, and a copy of it ends nothing (OIDC Back-Channel Logout 1.0 §2.6). */
import { logoutTokenFor, postLogoutToken, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ times: 1 | 2 }>({
  proves: ['I-07', 'I-08'],
  honest: { times: 1 },
  deviation: { times: 2 },
  act: async (world, { times }) => {
    const token = await logoutTokenFor(world, 'honest');
    const first = await postLogoutToken(world, token);
    return times === 1 ? first : postLogoutToken(world, token);
  },
  expect: [refusedWith('sso.logout-token.replayed')],
});
