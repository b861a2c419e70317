/** What the mass-change guard has stopped: looked at, resumed or discarded by an org admin (N-06, N-08). */
import type { ForetoldHeld } from '../../../kernel/directory-administration.ts';
import type { ListedHeld } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { foretoldPart } from '../automation/foretold.ts';
import { withinAutomation } from '../automation/within.ts';
import { buttonForm, notes } from '../forms.ts';
import { type Frame, moment } from '../frame.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { sentenceFor } from '../refused.ts';

const path = '/held';

export function heldActions(parts: HubParts): readonly HubAction[] {
  const { directory, administration } = parts;
  return [
    {
      method: 'GET',
      path,
      event: 'admin-hub.held.shown',
      run: (who, request) => {
        const frame = parts.frame(who);
        const held = directory.held().toReversed();
        const stopped = directory.connectors().flatMap(({ name, stopped, revoked }) => (stopped && !revoked ? [name] : []));
        return shown(parts, request, {
          value: { held, stopped, formToken: frame.formToken },
          page: () => heldPage(frame, { held, stopped, query: request.query }),
        });
      },
    },
    {
      method: 'GET',
      path: '/held/dry-run',
      event: 'admin-hub.held.tried',
      run: (who, request) => {
        const { id = '' } = request.query;
        const foretold = administration.foretellHeld(id);
        const held = directory.held().find((each) => each.id === id);
        if (!held) throw new TypeError('a stopped change that is not there was tried');
        const frame = parts.frame(who);
        return shown(parts, request, {
          value: { id, ...foretold, formToken: frame.formToken },
          page: () => heldDryRunPage(frame, held, foretold),
          facts: { held: id, people: foretold.count, guard: foretold.guard },
        });
      },
    },
    {
      method: 'POST',
      path: '/held/resume',
      event: 'directory.held.decided',
      run: async (who, request) => {
        const { id = '', shown: seen } = request.form;
        const changes = await administration.resumeHeld({ id, shown: seen }, askerOf(who, request));
        return done(request, { location: '/held?done=resumed', value: { changes }, facts: { held: id, changes } });
      },
    },
    {
      method: 'POST',
      path: '/held/discard',
      event: 'directory.held.decided',
      run: (_who, request) => {
        const { id = '' } = request.form;
        const { effect } = administration.discardHeld(id);
        return done(request, { location: '/held?done=discarded', facts: { held: id }, effect });
      },
    },
  ];
}

const said: Readonly<Record<string, Html>> = {
  resumed: html`<strong>Done.</strong> What had been stopped was planned anew, and done whole.`,
  discarded: html`<strong>Discarded.</strong> Nothing of it was done, and nothing of it will be.`,
};
const what: Readonly<Record<ListedHeld['origin'], string>> = {
  'group-rules': 'An activation of group rules',
  'hr-feed': 'An import of the HR feed',
};

type HeldShown = {
  readonly held: readonly ListedHeld[];
  readonly stopped: readonly string[];
  readonly query: Readonly<Record<string, string>>;
};
function heldPage(frame: Frame, { held, stopped, query }: HeldShown): Page {
  const item = (each: ListedHeld): Html => html`<li class="card"><p><strong>${what[each.origin]}</strong></p>
<p class="hint">${moment(each.atMs)}, asked for by <code>${each.actor}</code>.</p><p>${each.guards.map((guard) => html`${sentenceFor(guard)} `)}</p>${each.state !== 'waiting' && html`<p><strong>It cannot be resumed.</strong> ${sentenceFor(`directory.held.${each.state}`)}</p>`}
<p><a href="/held/dry-run?id=${each.id}" aria-label="See what it would do now, and decide: ${what[each.origin]}, ${moment(each.atMs)}">See what it would do now, and decide</a></p></li>`;
  return withinAutomation(
    frame,
    { path, title: 'Stopped changes' },
    html`${notes(query, said)}<p>The guard stopped these whole, because they were about to take too much away at once. Nothing of them was done.</p>
${held.length === 0 ? html`<p>None is waiting for you.</p>` : html`<ol class="plain">${held.map(item)}</ol>`}
${stopped.length > 0 && html`<p><strong>Stopped connectors: ${stopped.join(', ')}.</strong> What each was about to do was not kept: look at it where it comes from, and let it go on with the <a href="/connectors">connectors</a>.</p>`}`,
  );
}

function heldDryRunPage(frame: Frame, { id, origin, atMs, actor, state, guards }: ListedHeld, foretold: ForetoldHeld): Page {
  const about = `${what[origin]}, ${moment(atMs)}`;
  return withinAutomation(
    frame,
    { path, title: 'What this stopped change would do now' },
    html`<p>${what[origin]}, asked for by <code>${actor}</code> at ${moment(atMs)}, and planned anew with what is known now. This is a dry run: nothing was changed. <a href="/held">Back</a></p>
${foretoldPart(foretold)}
<h2>Decide</h2>
${state === 'waiting' ? html`<p>When you resume it, it is your change. The guard does not ask again about what it stopped this for: ${guards.map((guard) => html`${sentenceFor(guard)} `)}Whatever else it would stop is still stopped. If it would do something else by then, you are asked to look again.</p>` : html`<p><strong>It cannot be resumed.</strong> ${sentenceFor(`directory.held.${state}`)}</p>`}
<div class="row">${state === 'waiting' && buttonForm(frame, { path: '/held/resume', values: { id, shown: foretold.shown }, text: 'Resume it: do all of this', about, loud: true })}${buttonForm(frame, { path: '/held/discard', values: { id }, text: 'Discard it', about })}</div>`,
  );
}
