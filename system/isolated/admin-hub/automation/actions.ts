/** How everything stands that changes people by itself: one page that leads to each of them. */
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { counted } from '../forms.ts';
import type { Frame } from '../frame.ts';
import { type HubAction, type HubParts, shown } from '../parts.ts';
import { withinAutomation } from './within.ts';

export const automationActions = (parts: HubParts): readonly HubAction[] => [
  {
    method: 'GET',
    path: '/automation',
    event: 'admin-hub.automation.shown',
    run: (who, request) => {
      const { directory } = parts;
      const value: Standing = {
        rules: directory.rules().length,
        draft: directory.rulesDraft() !== undefined,
        feedAddress: directory.feedAddress(),
        connectors: directory.connectors().filter(({ revoked }) => !revoked).length,
        stoppedConnectors: directory.stoppedConnectors(),
        held: directory.countHeld(),
      };
      return shown(parts, request, { value, page: () => automationPage(parts.frame(who), value) });
    },
  },
];

type Standing = {
  readonly rules: number;
  readonly draft: boolean;
  readonly feedAddress: string | undefined;
  readonly connectors: number;
  readonly stoppedConnectors: readonly string[];
  readonly held: number;
};

function automationPage(frame: Frame, { rules, draft, feedAddress, connectors, stoppedConnectors, held }: Standing): Page {
  const area = (path: string, name: string, text: Html): Html => html`<dt><a href="${path}">${name}</a></dt><dd>${text}</dd>`;
  return withinAutomation(
    frame,
    { path: '/automation', title: 'Automation' },
    html`<p>What changes people and groups by itself. A guard measures every change before it is done, and stops what would take too much away at once: nothing of that is done until you say so.</p>
<dl>
${area('/group-rules', 'Group rules', html`${counted(rules, 'rule is', 'rules are')} in force.${draft && ' There is a draft.'}`)}
${area('/hr-feed', 'HR feed', feedAddress === undefined ? html`There is none.` : html`Comes from <code>${feedAddress}</code>, when you import it.`)}
${area('/connectors', 'Connectors', html`${counted(connectors, 'may change people', 'may change people')}.${stoppedConnectors.length > 0 && html` <strong>Stopped: ${stoppedConnectors.join(', ')}.</strong>`}`)}
${area('/held', 'Stopped changes', held === 0 ? html`None is waiting for you.` : html`<strong>${counted(held, 'is', 'are')} waiting for you.</strong>`)}
</dl>`,
  );
}
