/** What a plan would do, to be read before it is done: the guard's word, the numbers, and one row for each person. */
import type { Foretold, ForetoldPerson } from '../../../kernel/directory-administration.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { counted } from '../forms.ts';
import { sentenceFor } from '../refused.ts';

export function foretoldPart({ people, count, totals, guard }: Foretold): Html {
  return html`<h2>What would happen</h2>
<p>${
    guard === 'allowed'
      ? html`The guard against mass changes would let it through.`
      : html`<strong>The guard would stop it, and nothing of it would be done.</strong> ${sentenceFor(guard)}`
  }</p>
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
