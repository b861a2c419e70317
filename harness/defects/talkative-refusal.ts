/** Break-glass pages that help whoever guesses: they say what was wrong (S14). */
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

/** In the body alone: status and title stay the same, as a careless repair would leave them. */
export const whisperingRefusal: SystemDefect = {
  name: 'lenient:break-glass.login.refusals-differ-in-the-body',
  kind: 'lenient',
  breaks: 'The page of a refused break-glass sign-in differs in its body by what was wrong.',
  plant: (policy) => {
    const { signInRefusedPage } = policy.cloud.breakGlass;
    return withBreakGlass(policy, {
      signInRefusedPage: (cloud, code) => {
        const page = signInRefusedPage(cloud, code);
        return { ...page, body: { html: `${page.body.html}<!-- ${code.length} -->` } };
      },
    });
  },
};
