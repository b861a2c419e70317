/** Group rules as sentences. */
import type { Condition, GroupRule } from '../../../kernel/group-rules.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { buttonForm } from '../forms.ts';
import { type Frame, tokenField } from '../frame.ts';

/** As one would say it; brackets where a list stands within another. */
export function inWords(condition: Condition, isWithin = false): string {
  if ('not' in condition) return `not (${inWords(condition.not)})`;
  if ('is' in condition) return `${condition.attribute} is “${condition.is}”`;
  if ('present' in condition) return `${condition.attribute} ${condition.present ? 'is given' : 'is not given'}`;
  const [each, word] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or '];
  const text = each.map((one) => inWords(one, true)).join(word);
  return isWithin && each.length > 1 ? `(${text})` : text;
}

/** Group ids and what they are called. */
export type GroupNames = ReadonlyMap<string, string>;

/** `buttons`: only with a draft, whose order can be changed. */
export function ruleCards(rules: readonly GroupRule[], names: GroupNames, buttons?: Frame): Html {
  const groups = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(', ');
  const item = (
    { name, when, add, remove, except }: GroupRule,
    index: number,
  ): Html => html`<li class="card"><p><strong>${index + 1}. ${name}</strong></p>
<dl><dt>For whom</dt><dd>${inWords(when)}</dd>${add.length > 0 && html`<dt>Puts into</dt><dd>${groups(add)}</dd>`}${remove.length > 0 && html`<dt>Keeps out of</dt><dd>${groups(remove)}</dd>`}${except.length > 0 && html`<dt>Except</dt><dd>${except.map((subject) => html`<a href="/people?subject=${subject}"><code>${subject}</code></a> `)}</dd>`}</dl>
${buttons && draftButtons(buttons, name, { isFirst: index === 0, isLast: index === rules.length - 1 })}</li>`;
  return html`<ol class="plain">${rules.map(item)}</ol>`;
}

type Place = { readonly isFirst: boolean; readonly isLast: boolean };
function draftButtons(frame: Frame, name: string, { isFirst, isLast }: Place): Html {
  const move = (to: 'earlier' | 'later'): Html =>
    buttonForm(frame, { path: '/group-rules/draft/move', values: { name, to }, text: to === 'earlier' ? 'Earlier' : 'Later', about: name });
  return html`<p><a href="/group-rules?rule=${name}#rule" aria-label="Change this rule: ${name}">Change this rule</a></p>
<div class="row">${!isFirst && move('earlier')}${!isLast && move('later')}${buttonForm(frame, { path: '/group-rules/draft/remove', values: { name }, text: 'Leave it out', about: name })}</div>`;
}

/** The whole draft as a text, for what the form cannot say, and for whoever keeps rules elsewhere. */
export const textForm = (
  frame: Frame,
  rules: readonly GroupRule[],
): Html => html`<details><summary>All rules of the draft as a text</summary>
<form id="rules-text" method="post" action="/group-rules/draft">${tokenField(frame)}<label for="rules">Rules (JSON)</label><textarea id="rules" name="rules" rows="14" spellcheck="false" aria-describedby="rules-hint">${JSON.stringify(rules, undefined, 2)}</textarea>
<p class="hint" id="rules-hint">Groups and people by their ids. What is not in it is no rule of the draft any more. Conditions can be within one another: <code>all</code>, <code>any</code>, <code>not</code>.</p>
<button type="submit">Save the draft</button></form></details>`;
