/** A wiki that tells whoever guesses whether a page is there, although it is not for them (I-10). */
import type { SystemDefect } from './defect.ts';

export const talkativeWiki: SystemDefect = {
  name: 'lenient:wiki.page.refusals-differ',
  kind: 'lenient',
  breaks: 'The wiki says of a page that is not for a reader that it is there.',
  plant: (policy) => {
    const { noSuchPage } = policy.cloud.wiki;
    return {
      ...policy,
      cloud: {
        ...policy.cloud,
        wiki: {
          ...policy.cloud.wiki,
          noSuchPage: (cloud, code) => ({
            ...noSuchPage(cloud, code),
            ...(code === 'wiki.page.not-visible' ? { title: 'This page is not for you' } : {}),
          }),
        },
      },
    };
  },
};
