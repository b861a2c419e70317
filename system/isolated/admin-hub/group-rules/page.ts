/** The pages of group rules: what is in force, the draft, one rule to be written, and what the draft would do. */
import type { Foretold } from '../../../kernel/directory-administration.ts';
import type { ListedGroup } from '../../../kernel/directory-view.ts';
import type { RuleSet, RulesDraft } from '../../../kernel/group-rules.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { foretoldPart } from '../automation/foretold.ts';
import { withinAutomation } from '../automation/within.ts';
import { buttonForm, counted, notes } from '../forms.ts';
import { type Frame, moment } from '../frame.ts';
import { type GroupNames, ruleCards, textForm } from './in-words.ts';
import { ruleForm } from './rule-form.ts';

export type RulesShown = {
  readonly inForce: RuleSet;
  readonly draft: RulesDraft | undefined;
  readonly groups: readonly ListedGroup[];
  readonly query: Readonly<Record<string, string>>;
};

const path = '/group-rules';
const said: Readonly<Record<string, Html>> = {
  saved: html`<strong>Saved in the draft.</strong> Nobody is affected yet. What to do next: see what it would do, and activate it there.`,
  discarded: html`<strong>The draft is gone.</strong> What is in force stays in force.`,
  activated: html`<strong>Activated.</strong> Everybody is where these rules say, and is put there again with every change.`,
};
const namesOf = (groups: readonly ListedGroup[]): GroupNames => new Map(groups.map(({ id, name }) => [id, name]));

export function groupRulesPage(frame: Frame, { inForce, draft, groups, query }: RulesShown): Page {
  const names = namesOf(groups);
  const written = draft?.rules ?? inForce;
  return withinAutomation(
    frame,
    { path, title: 'Group rules' },
    html`${notes(query, said)}<p>Each rule puts people into groups by what is known of them. The order decides: what an earlier rule says of somebody and a group, no later one changes. What was given by hand or by a connector, no rule takes away.</p>
<h2>In force</h2>
${inForce.length === 0 ? html`<p>None.</p>` : ruleCards(inForce, names)}
${draft ? draftPart(frame, draft, names) : html`<h2>Draft</h2><p>There is none. The first rule that you save makes one, beginning with the rules in force.</p>`}
${ruleForm(
  frame,
  groups,
  written.find(({ name }) => name === query.rule),
)}
${textForm(frame, written)}`,
  );
}

const draftPart = (frame: Frame, { id, rules, savedAtMs, by }: RulesDraft, names: GroupNames): Html => html`<h2>Draft</h2>
<p class="hint">Saved ${moment(savedAtMs)} by <code>${by}</code>. It is in force for nobody.</p>
${rules.length === 0 ? html`<p><strong>It has no rule: activated, it would take away all that rules gave.</strong></p>` : ruleCards(rules, names, frame)}
<p><a href="/group-rules/dry-run">See what this draft would do, and activate it</a></p>
${buttonForm(frame, { path: '/group-rules/draft/discard', values: { draft: id }, text: 'Throw the draft away', about: `saved ${moment(savedAtMs)}` })}`;

export const rulesDryRunPage = (
  frame: Frame,
  draft: RulesDraft,
  { foretold, groups }: { readonly foretold: Foretold; readonly groups: readonly ListedGroup[] },
): Page => {
  const excepted = new Set(draft.rules.flatMap(({ except }) => except)).size;
  return withinAutomation(
    frame,
    { path, title: 'What the draft of the group rules would do' },
    html`<p>This is a dry run: nothing was changed. ${counted(excepted, 'person is', 'people are')} excepted by name. <a href="/group-rules">Back to the draft</a></p>
${foretoldPart(foretold)}
<h2>Activate it</h2>
<p>${foretold.guard === 'allowed' ? 'Everybody is evaluated again at that moment.' : html`The guard will stop it, and keep it among the <a href="/held">stopped changes</a>, where you can resume it.`}</p>
${buttonForm(frame, { path: '/group-rules/activate', values: { draft: draft.id }, text: 'Activate this draft', about: counted(draft.rules.length, 'rule', 'rules'), loud: true })}
<details><summary>The rules of this draft</summary>${ruleCards(draft.rules, namesOf(groups))}</details>`,
  );
};
