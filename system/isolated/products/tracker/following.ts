/** How issues are followed: as a stream of events, or over a web socket that also tells what somebody has missed. Each follower hears what they may see. */
import { type Answer, type OpenSocket, streamAnswer, webSocketAnswer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import { asEvent, type OpenedIssues, said } from './opened-issues.ts';
import type { Issue, StoredIssues } from './stored-issues.ts';

type Following = { readonly issues: StoredIssues; readonly opened: OpenedIssues };

export const asStream =
  ({ opened }: Following) =>
  ({ sub }: VerifiedContext): Answer =>
    streamAnswer('text/event-stream', (say) => opened.follow(sub, (issue) => say(asEvent(issue))));

/** Tells each new issue; whoever says `since N` is told the later ones first. */
export const asSocket =
  ({ issues, opened }: Following) =>
  ({ sub }: VerifiedContext): Answer => {
    const conversation: OpenSocket = (say) => {
      const tell = (issue: Issue): void => say(JSON.stringify(said(issue)));
      return {
        ended: opened.follow(sub, tell),
        heard: (text) => {
          const since = /^since (\d{1,9})$/.exec(text)?.[1];
          if (since === undefined) return;
          for (const { issue } of issues.visibleTo(sub)) if ((issue.number ?? 0) > Number(since)) tell(issue);
        },
      };
    };
    return webSocketAnswer(conversation);
  };
