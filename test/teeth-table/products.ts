/** The teeth of the scenarios about the data of products: without its rule, each page opens to whom it is not for. */
import { everybodyReadsEveryIssue, talkativeWiki } from '../../harness/defects/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

const notVisible = [arrivesInstead(off('wiki.page.not-visible'), 'wiki', 'is refused with wiki.page.not-visible')];

export const productsTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'products/a-private-page-of-another-person-is-refused': notVisible,
  'products/a-page-for-a-group-is-refused-to-whoever-is-not-in-it': notVisible,
  'products/a-page-is-changed-by-its-owner-only': [
    arrivesInstead(off('wiki.page.not-yours'), 'wiki', 'is refused with wiki.page.not-yours'),
  ],
  'products/a-page-that-is-not-shown-looks-like-one-that-is-not-there': [
    {
      plants: [talkativeWiki],
      red: 'fail',
      failing: 'every refusal looks the same from outside',
      observed: 'This page is not for you',
    },
  ],
  'products/ids-that-are-guessed-open-no-page': [
    {
      plants: off('wiki.page.unknown', 'wiki.page.not-visible'),
      red: 'fail',
      failing: 'every guess is refused as unknown',
      observed: 'arrived on wiki',
    },
  ],
  'products/a-private-issue-of-another-person-is-refused': [
    arrivesInstead(off('tracker.issue.not-visible'), 'tracker', 'is refused with tracker.issue.not-visible'),
  ],
  'products/an-issue-is-closed-by-whoever-opened-it-only': [
    arrivesInstead(off('tracker.issue.not-yours'), 'tracker', 'is refused with tracker.issue.not-yours'),
  ],
  'products/a-private-issue-is-told-to-no-follower-but-its-owner': [
    arrivesInstead([everybodyReadsEveryIssue], 'what is private', 'arrives on tracker'),
  ],
  'products/a-session-for-the-tracker-does-not-open-the-wiki': [
    arrivesInstead(off('session.host.of-another-host'), 'wiki', 'is refused with session.host.of-another-host'),
  ],
  'products/whoever-is-signed-in-with-the-tracker-opens-the-wiki-without-a-prompt': [
    refusedInstead(tooStrict('wiki.uct.audience-other'), 'wiki.uct.audience-other', 'arrives on wiki'),
  ],
};
