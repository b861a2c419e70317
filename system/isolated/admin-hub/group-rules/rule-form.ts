/** The form of one rule: shown with what the rule says, and read back. */
import { type AttributeName, attributeNames } from '../../../kernel/directory.ts';
import type { ListedGroup } from '../../../kernel/directory-view.ts';
import type { Condition, GroupRule } from '../../../kernel/group-rules.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { type Frame, tokenField } from '../frame.ts';

type Line = { readonly attribute: string; readonly relation: keyof typeof relations; readonly value: string };
const relations = { is: 'is', 'is-not': 'is not', given: 'is given', 'not-given': 'is not given' } as const;
const lineCount = 3;

/** Group names or ids, and subjects, one a line. What nobody knows stays as it is: the directory refuses it. */
export function ruleIn(form: Readonly<Record<string, string>>, groups: readonly ListedGroup[]): Record<string, unknown> {
  const lines = (text = ''): readonly string[] => [...new Set(text.split(/[\r\n]+/).map((line) => line.trim()))].filter(Boolean);
  const idOf = (text: string): string =>
    groups.find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase())?.id ?? text;
  const conditions = Array.from({ length: lineCount }, (_, index) => conditionIn(form, index + 1)).filter((each) => each !== undefined);
  const [only, ...more] = conditions;
  const when = only !== undefined && more.length === 0 ? only : { [form.match === 'any' ? 'any' : 'all']: conditions };
  const [add, remove] = [lines(form.add).map(idOf), lines(form.remove).map(idOf)];
  return { name: (form.name ?? '').trim(), when, add, remove, except: lines(form.except) };
}

/** A line without an attribute is none. */
function conditionIn(form: Readonly<Record<string, string>>, number: number): unknown {
  const attribute = form[`attribute-${number}`] ?? '';
  const value = (form[`value-${number}`] ?? '').trim();
  if (attribute === '') return undefined;
  switch (form[`relation-${number}`]) {
    case 'is-not':
      return { not: { attribute, is: value } };
    case 'given':
      return { attribute, present: true };
    case 'not-given':
      return { attribute, present: false };
    default:
      return { attribute, is: value };
  }
}

/** Undefined for what only a text can say. */
function linesOf(when: Condition): { readonly match: 'all' | 'any'; readonly lines: readonly Line[] } | undefined {
  const [each, match] = 'any' in when ? [when.any, 'any' as const] : ['all' in when ? when.all : [when], 'all' as const];
  const lines = each.map(lineOf);
  return lines.length <= lineCount && lines.every((line) => line !== undefined) ? { match, lines } : undefined;
}
function lineOf(condition: Condition): Line | undefined {
  const line = (attribute: AttributeName, relation: Line['relation'], value = ''): Line => ({ attribute, relation, value });
  if ('is' in condition) return line(condition.attribute, 'is', condition.is);
  if ('present' in condition) return line(condition.attribute, condition.present ? 'given' : 'not-given');
  const inner = 'not' in condition ? lineOf(condition.not) : undefined;
  return inner?.relation === 'is' ? { ...inner, relation: 'is-not' } : undefined;
}

const option = (value: string, text: string, isChosen: boolean): Html =>
  html`<option value="${value}"${isChosen && html` selected`}>${text}</option>`;

/** Empty for a new rule. */
export function ruleForm(frame: Frame, groups: readonly ListedGroup[], rule: GroupRule | undefined): Html {
  const said = rule && linesOf(rule.when);
  if (rule && !said)
    return html`<h2 id="rule">Change the rule ${rule.name}</h2><p>Its condition is of a form that only the text below can say.</p>`;
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name ?? id;
  const area = (name: string, label: string, values: readonly string[] = []): Html =>
    html`<label for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="2" spellcheck="false" aria-describedby="${name}-hint">${values.join('\n')}</textarea>`;
  return html`<h2 id="rule">${rule ? `Change the rule ${rule.name}` : 'Add a rule to the draft'}</h2>
<form id="group-rule" method="post" action="/group-rules/draft/rule">${tokenField(frame)}
<label for="rule-name">Name of the rule</label><input id="rule-name" name="name" value="${rule?.name}" pattern="[a-z0-9\\-]{1,40}" spellcheck="false" autocomplete="off" aria-describedby="rule-name-hint" required>
<p class="hint" id="rule-name-hint">Small letters, digits and hyphens. A rule of this name is replaced; a new one stands last.</p>
<label for="match">For whom</label><select id="match" name="match">${option('all', 'Whoever meets all of these', said?.match !== 'any')}${option('any', 'Whoever meets one of these', said?.match === 'any')}</select>
${Array.from({ length: lineCount }, (_, index) => conditionLine(index + 1, said?.lines[index]))}
${area('add', 'Puts into these groups', rule?.add.map(nameOf))}<p class="hint" id="add-hint">Names, one a line. There ${groups.length === 0 ? html`are none yet: <a href="/groups">make one</a>.` : `are: ${groups.map(({ name }) => name).join(', ')}.`}</p>
${area('remove', 'Keeps out of these groups', rule?.remove.map(nameOf))}<p class="hint" id="remove-hint">No later rule puts these people in.</p>
${area('except', 'Except these people', rule?.except)}<p class="hint" id="except-hint">Subjects, one a line, as they stand with the <a href="/people">people</a>: for them it is as if this rule were not there.</p>
<button type="submit">Save into the draft</button></form>`;
}

const conditionLine = (number: number, line: Line | undefined): Html => html`<fieldset><legend>Condition ${number}</legend><div class="row">
<select name="attribute-${number}" aria-label="Attribute of condition ${number}">${option('', 'not used', line === undefined)}${attributeNames.map((name) => option(name, name, line?.attribute === name))}</select>
<select name="relation-${number}" aria-label="Relation of condition ${number}">${Object.entries(relations).map(([value, text]) => option(value, text, line?.relation === value))}</select>
<input name="value-${number}" value="${line?.value}" maxlength="200" spellcheck="false" autocomplete="off" aria-label="Value of condition ${number}"></div></fieldset>`;
