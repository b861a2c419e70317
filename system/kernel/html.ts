/** Pages of the system: plain, accessible HTML under a strict policy, made of escaped values only. */
import { createHash } from 'node:crypto';
import { leftPageScript } from './left-page.ts';

/** Text that is safe to put into a page as it is. Only `html` makes it. */
export type Html = { readonly html: string };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

type Value = string | number | Html | readonly Html[] | undefined | false;
const rendered = (value: Value): string => {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
};

/** Tagged template: every value is escaped unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: strings.reduce((text, part, index) => text + rendered(values[index - 1]) + part),
});

const style = `
:root{color-scheme:light dark;--ink:#1b2430;--paper:#fbfaf7;--line:#d5d3cb;--soft:#5b6472;--accent:#8a3b12;--field:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e9e6df;--paper:#161a20;--line:#3a414c;--soft:#a3abb8;--accent:#f0a36b;--field:#1f252d}}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header,main,footer{max-width:44rem;margin:0 auto;padding:1rem 1.25rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.1rem;border-bottom:1px solid var(--line);color:var(--soft)}
.broad :is(header,main,footer){max-width:82rem}
.broad main>:is(p,form){max-width:42rem}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .75rem}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
nav+nav{border-top:1px solid var(--line);margin-top:.5rem;padding-top:.5rem}
[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:0;padding:0}
.plain{list-style:none;margin:0;padding:0}
.card{border:1px solid var(--line);border-radius:.35rem;margin:1rem 0;padding:.25rem 1rem 1rem}
dl{display:grid;grid-template-columns:minmax(0,max-content) minmax(0,1fr);gap:.25rem 1rem;margin:.5rem 0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
@media(max-width:30rem){dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.5rem}}
.wide{overflow-x:auto}
.wide{margin-top:1rem}
.wide table:not(.slim) code,.when{white-space:nowrap}
.fact{min-width:14rem;overflow-wrap:anywhere}
@media(max-width:40rem){.when{white-space:normal;min-width:7.5rem}}
.wide table{min-width:44rem}
.wide .slim{min-width:0}
.slim td{overflow-wrap:anywhere}
ins,del{text-decoration:none}
del{font-weight:600}
fieldset{border:1px solid var(--line);border-radius:.35rem;margin:1rem 0 0;padding:.25rem 1rem 1rem}
fieldset .row{gap:.5rem 1rem}
fieldset .row>*{flex:1 1 9rem}
.row{display:flex;flex-wrap:wrap;gap:0 1rem}
button.quiet{background:none;color:var(--accent);border:1px solid var(--accent)}
a{color:var(--accent)}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input[type=checkbox]{width:auto;margin-right:.5rem}
input:not([type=checkbox]),select,textarea{width:100%;font:inherit;padding:.55rem .7rem;border:1px solid var(--soft);border-radius:.35rem;background:var(--field);color:inherit}
summary{margin-top:1rem;font-weight:600;cursor:pointer}
button{font:inherit;font-weight:600;margin-top:1.25rem;padding:.6rem 1.1rem;border:0;border-radius:.35rem;background:var(--accent);color:var(--paper);cursor:pointer}
.wide:focus-visible,summary:focus-visible,a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
.hint{color:var(--soft);font-size:.92rem}
footer{color:var(--soft);font-size:.85rem}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
`;

/** The source expression of an inline script or style under a content security policy: CSP3 §2.3.1. */
const contentHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const styleHash = contentHash(style);

export type Page = {
  readonly title: string;
  /** Who speaks: shown above the heading, e.g. `acme · AdminHub`. */
  readonly place: string;
  /** Where one who is signed in goes to sign out; linked beside the place. */
  readonly signOut?: string;
  /** A column for tables, twice as broad as one for reading. */
  readonly width?: 'broad';
  readonly body: Html;
  /** One constant script of ours, allowed by its hash. */
  readonly script?: string;
  /** Where forms of this page may go besides its own origin, as exact origins. */
  readonly formTargets?: readonly string[];
  /** The one origin that may show this page in a frame; nobody may when it is absent. */
  readonly framedBy?: string;
};

const signOutLink = ({ signOut }: Page): string => (signOut === undefined ? '' : `<a href="${escaped(signOut)}">Sign out</a>`);

/** The document and its policy. `reference` is what a person quotes when asking for help. */
export function renderPage(page: Page, reference: string): { readonly body: string; readonly policy: string } {
  const scripts = [leftPageScript, ...(page.script === undefined ? [] : [page.script])];
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(page.title)}</title><style>${style}</style></head><body${page.width === undefined ? '' : ` class="${page.width}"`}><header><span>${escaped(page.place)}</span>${signOutLink(page)}</header><main><h1>${escaped(page.title)}</h1>${page.body.html}</main><footer>Reference <code>${escaped(reference)}</code></footer>${scripts.map((script) => `<script>${script}</script>`).join('')}</body></html>`;
  const policy = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    `script-src ${scripts.map(contentHash).join(' ')}`,
    `form-action ${["'self'", ...(page.formTargets ?? [])].join(' ')}`,
    "base-uri 'none'",
    `frame-ancestors ${page.framedBy ?? "'none'"}`,
  ].join('; ');
  return { body, policy };
}
