/** What stands above every page about automation: where one is within it. */
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { type Frame, framed } from '../frame.ts';

const areas: readonly (readonly [string, string])[] = [
  ['/automation', 'How it stands'],
  ['/group-rules', 'Group rules'],
  ['/hr-feed', 'HR feed'],
  ['/connectors', 'Connectors'],
  ['/held', 'Stopped changes'],
];

/** `path`: which of the areas it is, or is about. */
export const withinAutomation = (frame: Frame, { path, title }: { readonly path: string; readonly title: string }, body: Html): Page =>
  framed(
    frame,
    { title, area: '/automation' },
    html`<nav aria-label="Automation"><ul>${areas.map(([to, text]) => html`<li><a href="${to}"${to === path && html` aria-current="true"`}>${text}</a></li>`)}</ul></nav>
${body}`,
  );
