/** People, groups, connectors and e-mail domains: shown here, and changed by the directory's own actions, whose forms these pages carry (S10, M-11). */
import { type Answer, pageAnswer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import { html, type Page } from '../../../kernel/html.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { framed } from '../frame.ts';
import { type HubAction, type HubParts, shown } from '../parts.ts';
import { automationPage } from './automation-page.ts';
import { peoplePage } from './page.ts';

const perPage = 50;

export const peopleActions = (parts: HubParts): readonly HubAction[] => [
  { method: 'GET', path: '/people', event: 'admin-hub.people.shown', run: (who, request) => showPeople(parts, who, request) },
  { method: 'GET', path: '/automation', event: 'admin-hub.automation.shown', run: (who, request) => showAutomation(parts, who, request) },
];

function showPeople(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { directory } = parts;
  const subject = (request.query.subject ?? '').trim();
  const offset = /^[0-9]{1,7}$/.test(request.query.offset ?? '') ? Number(request.query.offset) : 0;
  const found =
    subject === '' ? directory.people({ offset, limit: perPage }) : [directory.find(subject)].filter((user) => user !== undefined);
  const count = directory.countPeople();
  const next = subject === '' && offset + perPage < count ? offset + perPage : undefined;
  const values = { people: found, groups: directory.groups(), count, subject, next };
  return shown(parts, request, { value: values, page: () => peoplePage(parts.frame(who), values) });
}

function showAutomation(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { directory } = parts;
  const values = { connectors: directory.connectors(), domains: directory.domains() };
  return shown(parts, request, { value: values, page: () => automationPage(parts.frame(who), values) });
}

/** An action of another part that answers with data, for somebody who pressed a button: what came of it, as a page. */
export const asPage = (parts: HubParts, action: HubAction): HubAction => ({
  ...action,
  run: async (who, request) => {
    const said = await action.run(who, request);
    if (!request.wantsPage || said.content.kind !== 'json') return said;
    return { ...said, content: pageAnswer(donePage(parts, who, said.content.value)).content };
  },
});

/** Values such as a connector's token stand here once, and nowhere else. */
function donePage(parts: HubParts, who: VerifiedContext, value: unknown): Page {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const rows = entries.map(
    ([name, text]) => html`<dt>${name}</dt><dd><code>${typeof text === 'string' ? text : JSON.stringify(text)}</code></dd>`,
  );
  return framed(
    parts.frame(who),
    'Done',
    html`<p role="status">This was done. What is secret here is shown only now.</p><dl>${rows}</dl><p><a href="/people">People</a> · <a href="/automation">Automation and domains</a></p>`,
  );
}
