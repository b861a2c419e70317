/** Pages of a sign-in by SAML: the form that goes on by itself, and what is shown after a sign-in that nobody asked for. */
import { type Answer, pageAnswer } from '../../../kernel/answer.ts';
import { html, type Page } from '../../../kernel/html.ts';

const place = 'Isolated cloud · Sign-in';
/** Constant, so that its hash can stand in the page's policy. */
const goOn = "document.getElementById('onward').submit()";

/** Without scripts a person presses the button. */
export function onwardPage(to: string, fields: Readonly<Record<string, string>>): Page {
  const inputs = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const body = html`
<p>You are being taken to your identity provider.</p>
<form id="onward" method="post" action="${to}">${inputs}<button>Continue</button></form>`;
  return { title: 'One moment', place, body, script: goOn, formTargets: [new URL(to).origin] };
}

/** The identity provider began: no product of ours was asked for, so none is opened. */
export const signedInPage = (extras: { readonly cookies: readonly string[]; readonly actor: string }): Answer =>
  pageAnswer({ title: 'You are signed in', place, body: html`<p>Open the product that you want to use.</p>` }, extras);
