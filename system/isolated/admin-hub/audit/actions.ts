/** The audit records, the newest first and by the page (B-11). */
import { html } from '../../../kernel/html.ts';
import { framed } from '../frame.ts';
import { type HubAction, type HubParts, placeIn, shown } from '../parts.ts';
import { recordTable } from '../record-table.ts';

const perPage = 50;

export const auditActions = (parts: HubParts): readonly HubAction[] => [
  {
    method: 'GET',
    path: '/audit',
    event: 'admin-hub.audit.shown',
    run: async (who, request) => {
      const { event = '', actor = '' } = request.query;
      const wanted = (record: { readonly event: string; readonly actor: string }): boolean =>
        (event === '' || record.event.startsWith(event)) && (actor === '' || record.actor === actor);
      const { records, older } = await parts.trail.page({ limit: perPage, before: placeIn(request.query.before), wanted });
      const further = new URLSearchParams({ event, actor, before: String(older) }).toString();
      const page = () =>
        framed(
          parts.frame(who),
          { title: 'Audit', area: '/audit', width: 'broad' },
          html`<p>Everything that was decided here, the newest first. Nobody can change it; each record is bound to the one before it.</p>
<form method="get" action="/audit" role="search"><label for="event">Event, or how it begins</label><input id="event" name="event" value="${event}" spellcheck="false" autocomplete="off"><label for="actor">Who</label><input id="actor" name="actor" value="${actor}" spellcheck="false" autocomplete="off"><button type="submit" class="quiet">Show</button></form>
${recordTable(records)}${older !== undefined && html`<p><a href="/audit?${further}">Older records</a></p>`}`,
        );
      return shown(parts, request, { value: { records, older }, page });
    },
  },
];
