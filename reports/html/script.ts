/** The page's small script: filter and open cards, fold on a narrow screen what held, open what a link points to, open everything for print. The page is whole without it. */

/** Runs in the browser; allowed by its hash in the page's policy and by nothing else. */
export const script = `
const cards = [...document.querySelectorAll('details.card')];
const groups = [...document.querySelectorAll('details.group')].filter((group) => group.querySelector('details.card'));
const unfolded = new Map(groups.map((group) => [group, group.open]));
const form = document.querySelector('form.controls');
const field = (name) => form.elements.namedItem(name);
const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));

const filter = () => {
  const wanted = field('words').value.toLowerCase().split(/\\s+/).filter(Boolean);
  const verdict = field('verdict').value;
  let shown = 0;
  for (const card of cards) {
    const fits = (verdict === '' || card.dataset.verdict === verdict) && wanted.every((word) => words.get(card).includes(word));
    card.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  const looking = wanted.length > 0 || verdict !== '';
  for (const group of groups) {
    group.hidden = !group.querySelector('details.card:not([hidden])');
    group.open = looking || unfolded.get(group);
  }
  form.querySelector('output').textContent = shown === cards.length ? '' : shown + ' of ' + cards.length + ' shown';
};

const openTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || target.tagName !== 'DETAILS') return;
  if (target.hidden) { form.reset(); filter(); }
  const group = target.closest('details.group');
  if (group) group.open = true;
  target.open = true;
  target.scrollIntoView();
};

if (matchMedia('(max-width:47.99rem)').matches) document.querySelectorAll('details.held').forEach((one) => { one.open = false; });
form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
field('open').addEventListener('click', () => [...groups, ...cards].forEach((one) => { one.open = true; }));
field('close').addEventListener('click', () => [...groups, ...cards].forEach((one) => { one.open = false; }));
addEventListener('hashchange', openTarget);
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) openTarget();
});
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
openTarget();
`;
