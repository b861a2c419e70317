/** Products that show or tell more of other people's data than they may (I-10). */
import type { SystemDefect } from './defect.ts';

/** Somebody who guesses learns whether a page is there, although it is not for them. */
export const talkativeWiki: SystemDefect = {
  name: 'lenient:wiki.page.refusals-differ',
  kind: 'lenient',
  breaks: 'The wiki says of a page that is not for a reader that it is there.',
  plant: (policy) => {
    const { noSuchPage } = policy.cloud.wiki;
    const differing: typeof noSuchPage = (cloud, code) => ({
      ...noSuchPage(cloud, code),
      ...(code === 'wiki.page.not-visible' ? { title: 'This page is not for you' } : {}),
    });
    return { ...policy, cloud: { ...policy.cloud, wiki: { ...policy.cloud.wiki, noSuchPage: differing } } };
  },
};

export const everybodyReadsEveryIssue: SystemDefect = {
  name: 'lenient:tracker.issue.everybody-reads',
  kind: 'lenient',
  breaks: 'Lists and streams of the tracker show private issues to everybody.',
  plant: (policy) => ({ ...policy, cloud: { ...policy.cloud, tracker: { ...policy.cloud.tracker, mayRead: () => true } } }),
};
