/** The pages that people see at the embedded identity provider: plain forms that work without a script. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#eef1f5, #14181d); color: light-dark(#1a2230, #e6eaf0); }
main { width: min(24rem, calc(100vw - 4rem)); padding: 2rem; border-radius: 0.75rem; background: light-dark(#fff, #1e242c); box-shadow: 0 1px 4px #0003; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; }
label { display: block; margin: 1rem 0 0.25rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: 0.6rem; font: inherit; border: 1px solid light-dark(#6b7686, #8a95a5); border-radius: 0.4rem; background: light-dark(#fff, #14181d); color: inherit; }
button { margin-top: 1.5rem; width: 100%; padding: 0.7rem; font: inherit; font-weight: 600; border: 0; border-radius: 0.4rem; background: #1d5fb8; color: #fff; cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#1d5fb8, #8ab8f5); outline-offset: 2px; }
[role=alert] { padding: 0.6rem 0.8rem; border-left: 4px solid #c0392b; background: light-dark(#fdecea, #3a1f1d); }`;

/** Of the one page that goes on by itself. */
const submitScript = 'document.forms[0].submit();';
const scriptDigest = createHash('sha256').update(submitScript).digest('base64');
const styleDigest = createHash('sha256').update(style).digest('base64');

/**
 * For every page. No `form-action`: browsers apply it to the redirects after a form too, and signing in ends at the relying party.
 * `no-store`, because a login page is good once.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; script-src 'sha256-${scriptDigest}'; style-src 'sha256-${styleDigest}'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** `content` is HTML; everything in it that came from outside has been escaped. */
const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;

export const loginPage = ({ name = '', problem }: { readonly name?: string; readonly problem?: string } = {}): string =>
  page(
    'Sign in to your account',
    `${problem === undefined ? '' : `<p role="alert" id="problem">${escaped(problem)}</p>`}
<form method="post">
<label for="username">User name or e-mail address</label>
<input id="username" name="username" value="${escaped(name)}" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus${problem === undefined ? '' : ' aria-describedby="problem"'}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>`,
  );

/** After the password, where a second factor was asked for. */
export const codePage = (problem?: string): string =>
  page(
    'Enter your one-time code',
    `${problem === undefined ? '' : `<p role="alert" id="problem">${escaped(problem)}</p>`}
<form method="post">
<label for="otp">Code that your app shows</label>
<input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" required autofocus${problem === undefined ? '' : ' aria-describedby="problem"'}>
<button type="submit">Sign in</button>
</form>`,
  );

export const consentPage = (): string =>
  page(
    'Do you agree?',
    `<p>The application wants to know your name, your e-mail address and where you work.</p>
<form method="post">
<button type="submit" name="agree" value="yes">Agree</button>
<button type="submit" name="agree" value="no">Do not agree</button>
</form>`,
  );

/** A form that goes on by itself, or by its button where no script runs. SAML Bindings 2.0 §3.5.4. */
export const postingPage = (to: string, fields: Readonly<Record<string, string>>): string =>
  page(
    'Going on',
    `<form method="post" action="${escaped(to)}">
${Object.entries(fields)
  .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
  .join('\n')}
<button type="submit">Go on</button>
</form>
<script>${submitScript}</script>`,
  );

/** `form` is the library's own form with its one-time value. */
export const signOutPage = (form: string): string =>
  page(
    'Do you want to sign out?',
    form.replace('</form>', '<button type="submit" name="logout" value="yes" autofocus>Sign out</button></form>'),
  );

export const signedOutPage = (): string => page('You are signed out', '<p>You can close this page.</p>');

export const problemPage = (title: string, advice: string): string => page(title, `<p>${escaped(advice)}</p>`);

export const answer = (response: ServerResponse, status: number, html: string): void =>
  void response.writeHead(status, pageHeaders).end(html);
