/** What a plan would do, to be read before it is done: the guard's word with every reason, the numbers, and one row for each person. */
import type { Foretold, ForetoldPerson } from '../../../kernel/directory-administration.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import { counted } from '../forms.ts';
import { sentenceFor } from '../refused.ts';

/** `waived`: of a stopped change, for what the guard stopped it, and what it is therefore not asked about again. Undefined of what was never stopped. */
export function foretoldPart({ people, count, totals, guards }: Foretold, waived?: readonly RefusalCode[]): Html {
  return html`<h2>What would happen</h2>
<p>${guardsWord(guards, waived)}</p>
${
  count === 0
    ? html`<p><strong>Nobody would gain or lose anything.</strong></p>`
    : html`<ul>${Object.entries(numbers).flatMap(([name, [one, many]]) => {
        const number = totals[name as keyof Foretold['totals']];
        return number === 0 ? [] : [html`<li>${counted(number, one, many)}</li>`];
      })}</ul>
<div class="wide" tabindex="0" role="region" aria-label="What would happen to whom"><table class="slim">
<thead><tr><th scope="col">Who</th><th scope="col">What</th></tr></thead>
<tbody>${people.map(row)}</tbody></table></div>
${count > people.length && html`<p>These are the first ${people.length} of ${count} people.</p>`}`
}`;
}

const reasons = (codes: readonly RefusalCode[]): Html => html`${codes.map((code) => html`${sentenceFor(code)} `)}`;

/** What is asked again is told as such, whatever it was stopped for. */
function guardsWord(guards: readonly RefusalCode[], waived: readonly RefusalCode[] | undefined): Html {
  const before =
    waived && waived.length > 0 && html`The guard stopped this for: ${reasons(waived)}It is not asked about that again when you resume it.`;
  if (guards.length > 0)
    return html`${before && html`${before} `}<strong>The guard would ${waived && 'still '}stop it, and nothing of it would be done.</strong> ${reasons(guards)}`;
  return before || html`The guard against mass changes would let it through.`;
}

const numbers: Readonly<Record<keyof Foretold['totals'], readonly [string, string]>> = {
  made: ['person would be new', 'people would be new'],
  changed: ['person would have another name or other attributes', 'people would have another name or other attributes'],
  suspended: ['person would be suspended, and lose every session', 'people would be suspended, and lose every session'],
  reactivated: ['person would be let in again', 'people would be let in again'],
  gains: ['membership would be gained', 'memberships would be gained'],
  loses: ['membership would be lost', 'memberships would be lost'],
};
const becoming: Readonly<Record<ForetoldPerson['becomes'][number], string>> = {
  made: 'new',
  changed: 'changed',
  suspended: 'suspended',
  reactivated: 'let in again',
};

/** What is lost stands first. */
const row = ({ subject, userName, becomes, gains, loses }: ForetoldPerson): Html => {
  const what = [
    ...becomes.map((each) => html`${each === 'suspended' ? html`<del>${becoming[each]}</del>` : becoming[each]}`),
    ...loses.map((group) => html`<del>loses ${group}</del>`),
    ...gains.map((group) => html`<ins>gains ${group}</ins>`),
  ].flatMap((each, index) => (index === 0 ? [each] : [html`, `, each]));
  return html`<tr>
<td>${subject === undefined ? userName : html`<a href="/people?subject=${subject}">${userName ?? html`<code>${subject}</code>`}</a>`}</td>
<td>${what}</td></tr>`;
};
