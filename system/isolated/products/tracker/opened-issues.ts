/** Tells whoever follows of each issue that is opened and that they may see, from then on: nothing of it is kept. */
import type { Issue, MayRead } from './stored-issues.ts';

type Follower = { readonly subject: string; hear(issue: Issue): void };
export type OpenedIssues = {
  tell(issue: Issue): void;
  /** The function that it returns ends it. */
  follow(subject: string, hear: (issue: Issue) => void): () => void;
};

export function openedIssues(mayRead: MayRead): OpenedIssues {
  const followers = new Set<Follower>();
  return {
    tell: (issue) => {
      for (const { subject, hear } of followers) if (mayRead(issue, subject)) hear(issue);
    },
    follow: (subject, hear) => {
      const follower = { subject, hear };
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}

/** What is said of an issue to whoever may see it. One without a number has none. */
export const said = ({ number, title }: Issue): { readonly number?: number | undefined; readonly title: string } => ({ number, title });

/** One event of an event stream. HTML §9.2.6. */
export const asEvent = (issue: Issue): string =>
  `event: issue\n${issue.number === undefined ? '' : `id: ${issue.number}\n`}data: ${JSON.stringify(said(issue))}\n\n`;
