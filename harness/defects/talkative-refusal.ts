/** A break-glass page that helps whoever guesses: it says what was wrong (S14). */
import type { SystemDefect } from './defect.ts';
import { withBreakGlass } from './parts.ts';

export const talkativeRefusal: SystemDefect = {
  name: 'lenient:break-glass.login.refusals-differ',
  kind: 'lenient',
  breaks: 'The page of a refused break-glass sign-in says which of its parts was wrong.',
  plant: (policy) => {
    const { signInRefusedPage } = policy.cloud.breakGlass;
    return withBreakGlass(policy, {
      signInRefusedPage: (cloud, code) => ({ ...signInRefusedPage(cloud, code), title: `Not signed in: ${code.split('.').at(-1)}` }),
    });
  },
};
