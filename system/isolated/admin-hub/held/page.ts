/** The pages of stopped changes: all of them, and one with what it would do now or why it cannot be resumed. Each can be discarded. */
import type { ForetoldHeld } from '../../../kernel/directory-administration.ts';
import type { ListedHeld } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import { foretoldPart } from '../automation/foretold.ts';
import { notDonePart } from '../automation/not-done.ts';
import { withinAutomation } from '../automation/within.ts';
import { buttonForm, notes } from '../forms.ts';
import { type Frame, moment } from '../frame.ts';
import { sentenceFor } from '../refused.ts';

/** `inVain`: the code for which it cannot be resumed as things are now. */
type ShownHeld = ListedHeld & { readonly inVain: RefusalCode | undefined };
type HeldShown = {
  readonly held: readonly ShownHeld[];
  /** Names of connectors. */
  readonly stopped: readonly string[];
  readonly query: Readonly<Record<string, string>>;
};

const path = '/held';
const said: Readonly<Record<string, Html>> = {
  resumed: html`<strong>Done.</strong> What had been stopped was planned anew, and done whole.`,
  discarded: html`<strong>Discarded.</strong> Nothing of it was done, and nothing of it will be.`,
};
const what: Readonly<Record<ListedHeld['origin'], string>> = {
  'group-rules': 'An activation of group rules',
  'hr-feed': 'An import of the HR feed',
};
const nameOf = ({ origin, atMs }: ListedHeld): string => `${what[origin]}, ${moment(atMs)}`;
const guarded = ({ guards }: ListedHeld): readonly Html[] => guards.map((guard) => html`${sentenceFor(guard)} `);
const discarding = (frame: Frame, held: ListedHeld): Html =>
  buttonForm(frame, { path: '/held/discard', values: { id: held.id }, text: 'Discard it', about: nameOf(held) });
/** Whatever else refuses its plan may go away again. */
const isForGood = (code: RefusalCode): boolean => code.startsWith('directory.held.');
const cannot = (code: RefusalCode): Html =>
  html`<p><strong>It cannot be resumed${isForGood(code) ? ' any more' : ', as things are now'}.</strong> ${sentenceFor(code)}</p>`;

export function heldPage(frame: Frame, { held, stopped, query }: HeldShown): Page {
  const looking = (each: ListedHeld): Html =>
    html`<p><a href="/held/dry-run?id=${each.id}" aria-label="See what it would do now, and decide: ${nameOf(each)}">See what it would do now, and decide</a></p>`;
  const item = (each: ShownHeld): Html => html`<li class="card"><p><strong>${what[each.origin]}</strong></p>
<p class="hint">${moment(each.atMs)}, asked for by <code>${each.actor}</code>.</p><p>${guarded(each)}</p>
${each.inVain === undefined ? looking(each) : html`${cannot(each.inVain)}${discarding(frame, each)}`}</li>`;
  return withinAutomation(
    frame,
    { path, title: 'Stopped changes' },
    html`${notes(query, said)}<p>The guard stopped these whole, because they were about to take too much away at once. Nothing of them was done.</p>
${held.length === 0 ? html`<p>None is waiting for you.</p>` : html`<ol class="plain">${held.map(item)}</ol>`}
${stopped.length > 0 && html`<p><strong>Stopped connectors: ${stopped.join(', ')}.</strong> What each was about to do was not kept: look at it where it comes from, and let it go on with the <a href="/connectors">connectors</a>.</p>`}`,
  );
}

export const heldDryRunPage = (frame: Frame, held: ListedHeld, foretold: ForetoldHeld): Page =>
  withinAutomation(
    frame,
    { path, title: 'What this stopped change would do now' },
    html`<p>${what[held.origin]}, asked for by <code>${held.actor}</code> at ${moment(held.atMs)}, and planned anew with what is known now. This is a dry run: nothing was changed. <a href="/held">Back</a></p>
${foretoldPart(foretold, foretold.waived)}
${foretold.notDone && notDonePart(foretold.notDone)}
<h2>Decide</h2>
<p>When you resume it, it is your change. If it would do something else by then, you are asked to look again.</p>
<div class="row">${buttonForm(frame, { path: '/held/resume', values: { id: held.id, shown: foretold.shown }, text: 'Resume it: do all of this', about: nameOf(held), loud: true })}${discarding(frame, held)}</div>`,
  );

export const heldInVainPage = (frame: Frame, held: ListedHeld, code: RefusalCode): Page =>
  withinAutomation(
    frame,
    { path, title: 'This stopped change cannot be resumed' },
    html`<p>${what[held.origin]}, asked for by <code>${held.actor}</code> at ${moment(held.atMs)}. Nothing of it was done. <a href="/held">Back</a></p>
${cannot(code)}
${!isForGood(code) && html`<p>When that is put right within a week of the stop, it can be looked at again.</p>`}
${discarding(frame, held)}`,
  );
