/** What a feed says and what would not be done of it now: who stays suspended, and whose day has not come. */

import type { SuspendedBy } from '../../../kernel/directory.ts';
import type { NotDone } from '../../../kernel/directory-administration.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { counted } from '../forms.ts';

export function notDonePart({ leftSuspended, startLater, endLater, counts }: NotDone): Html {
  const dated = (people: NotDone['startLater']): readonly Html[] => people.map(({ userName, day }) => html`<li>${day}: ${userName}</li>`);
  const part = (what: keyof typeof counts, text: string, lines: readonly Html[]): Html | false =>
    counts[what] > 0 &&
    html`<p><strong>${counted(counts[what], 'person', 'people')}</strong> ${text}</p>
<ul>${lines}</ul>${counts[what] > lines.length && html`<p>These are the first ${lines.length}.</p>`}`;
  if (Object.values(counts).every((count) => count === 0)) return html``;
  return html`<h2>What would not be done</h2>
${part(
  'leftSuspended',
  'would stay suspended although the feed calls them active:',
  leftSuspended.map(
    ({ subject, userName, by }) =>
      html`<li><a href="/people?subject=${subject}">${userName ?? html`<code>${subject}</code>`}</a>: ${whyLeft(by)}</li>`,
  ),
)}
${part('startLater', 'would not be let in yet. The first import on their day does it:', dated(startLater))}
${part('endLater', 'would not be suspended yet. The first import on their day does it:', dated(endLater))}`;
}

/** The feed lets in again only whom it suspended itself, and no org admin. */
const whyLeft = (by: SuspendedBy): string => {
  if (by === 'hr-feed') return 'an org admin, who is let in again by hand only';
  return by === 'by-hand' ? 'suspended by hand' : `suspended by the connector ${by.slice('scim:'.length)}`;
};
