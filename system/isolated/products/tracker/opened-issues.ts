/** Tells whoever follows of each issue that is opened, from then on: nothing of it is kept. */

export type OpenedIssue = { readonly number: number; readonly title: string };
export type OpenedIssues = {
  tell(issue: OpenedIssue): void;
  /** The function that it returns ends it. */
  follow(hear: (issue: OpenedIssue) => void): () => void;
};

export function openedIssues(): OpenedIssues {
  const followers = new Set<(issue: OpenedIssue) => void>();
  return {
    tell: (issue) => {
      for (const hear of followers) hear(issue);
    },
    follow: (hear) => {
      followers.add(hear);
      return () => void followers.delete(hear);
    },
  };
}

/** One event of an event stream. HTML §9.2.6. */
export const asEvent = (issue: OpenedIssue): string => `event: issue\nid: ${issue.number}\ndata: ${JSON.stringify(issue)}\n\n`;
