/** The document of the start page: one of its parts is shown at a time, and without a script none but the word that it needs one. */

export type Tile = { readonly name: string; readonly says: string; readonly url: string };
export type LaunchpadPage = {
  readonly customer: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly tiles: readonly Tile[];
  /** How long the identity provider may take to answer, in milliseconds. */
  readonly limitMs: number;
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

export const styleSheet = `
:root{color-scheme:light dark;--ink:#16262b;--paper:#f6f8f7;--line:#c9d3d0;--soft:#52646a;--accent:#0b5f5a;--field:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e6eeec;--paper:#121a1c;--line:#38474b;--soft:#a0b2b4;--accent:#6fd3c7;--field:#1b2629}}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header,main{max-width:48rem;margin:0 auto;padding:1rem 1.25rem}
header{border-bottom:1px solid var(--line);color:var(--soft)}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .75rem}
ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:1rem;list-style:none;margin:1rem 0;padding:0}
li a{display:block;height:100%;padding:1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--field);color:inherit;text-decoration:none}
li strong{display:block;color:var(--accent)}
a{color:var(--accent)}
button{font:inherit;font-weight:600;padding:.6rem 1.1rem;border:0;border-radius:.35rem;background:var(--accent);color:var(--paper);cursor:pointer}
a:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[hidden]{display:none}
`;

const document = (title: string, { attributes = '', body }: { readonly attributes?: string; readonly body: string }): string =>
  `<!doctype html><html lang="en"${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/launchpad.css">${attributes === '' ? '' : '<script type="module" src="/launchpad.js"></script>'}</head><body>${body}</body></html>`;

export function startPage({ customer, issuer, clientId, tiles, limitMs }: LaunchpadPage): string {
  const data = ` data-issuer="${escaped(issuer)}" data-client-id="${escaped(clientId)}" data-limit-ms="${limitMs}"`;
  const each = tiles.map(
    ({ name, says, url }) => `<li><a href="${escaped(url)}"><strong>${escaped(name)}</strong>${escaped(says)}</a></li>`,
  );
  const body = `<header>${escaped(customer)}</header><main aria-live="polite">
<section id="waiting"><h1>One moment</h1><p>Asking who you are. This page needs its script.</p></section>
<section id="welcome" hidden><h1>Start page</h1><p>Sign in once, and everything here is open to you.</p><form id="sign-in"><button>Sign in</button></form></section>
<section id="tiles" hidden><h1>Your applications</h1><ul>${each.join('')}</ul></section>
<section id="away" hidden><h1>Sign-in is not available</h1><p>The identity provider of ${escaped(customer)} does not answer. What you have open goes on. Try again in a few minutes, or read what is known on the <a href="/status">status page</a>.</p></section>
</main>`;
  return document('Start page', { attributes: data, body });
}

export const statusPage = (customer: string): string =>
  document('Status', {
    body: `<header>${escaped(customer)}</header><main><h1>Status</h1><p>Nothing is known of a disturbance here. Whoever cannot sign in tells the service desk when it began.</p><p><a href="/">Start page</a></p></main>`,
  });
