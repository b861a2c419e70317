/** The pages of break-glass. Whoever looks, they say the same; a refused visitor learns nothing but what to do next. */
import { formTokenField } from '../../kernel/form-token.ts';
import { type Html, html, type Page } from '../../kernel/html.ts';
import type { RefusalCode } from '../../kernel/rule.ts';
import { registrationScript, signInScript } from './page-script.ts';
import { passwordLength } from './registration/rules.ts';
import type { Ceremony } from './stored/ceremonies.ts';
import type { Session } from './stored/sessions.ts';
import { creationOptions, requestOptions } from './webauthn/ceremony-options.ts';

export const paths = { signIn: '/break-glass', registration: '/break-glass/registration', signOut: '/break-glass/sign-out' } as const;

const place = (cloud: string): string => `${cloud} · break-glass`;
const noScript: Html = html`<noscript><p><strong>This page needs scripts to reach your security key.</strong> Allow them for this address, and load the page again.</p></noscript>`;

type Shown = { readonly cloud: string; readonly adminHost: string; readonly ceremony: Ceremony };

export const signInPage = ({ cloud, adminHost, ceremony }: Shown): Page => ({
  place: place(cloud),
  title: 'Emergency access',
  script: signInScript,
  body: html`<p>Use this when single sign-on does not work and its settings must be repaired. Every visit to this page is recorded.</p>
${noScript}
<form id="break-glass" method="post" action="${paths.signIn}" data-options="${JSON.stringify(requestOptions(adminHost, ceremony))}">
<label for="account">Break-glass account</label>
<input id="account" name="account" autocomplete="username" autocapitalize="none" spellcheck="false" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<input type="hidden" name="ceremony" value="${ceremony.id}">
<input type="hidden" name="assertion" value="">
<p class="hint">Have the account's hardware key at hand. You will be asked to touch it and to give its PIN or fingerprint. If the key offers several entries, choose the newest.</p>
<button type="submit" name="with-key">Sign in with the hardware key</button>
</form>
<p class="hint">No password or key? Ask the provider's Support Desk by the channel in your recovery plan. It cannot be reset here.</p>`,
});

/** What a refused sign-in shows; it is told why, and must not tell (S14). */
export type SignInRefusedPage = (cloud: string, code: RefusalCode) => Page;

export const signInRefusedPage: SignInRefusedPage = (cloud) => ({
  place: place(cloud),
  title: 'You are not signed in',
  body: html`<p>Account, password, key and place did not all fit. For your protection this page does not say which.</p>
<p>What to do next: use the account's own key, from a network that is registered for break-glass, and <a href="${paths.signIn}">try again</a>. If it fails again, call the provider's Support Desk and quote the reference below.</p>`,
});

export const registrationPage = ({ cloud, adminHost, ceremony }: Shown): Page => ({
  place: place(cloud),
  title: 'Set password and hardware key',
  script: registrationScript,
  body: html`<p>You came here by a link from the provider's Support Desk. It works once, for one hour, from a network that is registered for break-glass.</p>
${noScript}
<form id="registration" method="post" action="${paths.registration}" data-options="${JSON.stringify(creationOptions(adminHost, ceremony))}">
<label for="password">New password</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="${passwordLength.least}" aria-describedby="password-hint" required>
<p class="hint" id="password-hint">At least ${passwordLength.least} characters; several unrelated words are good. Not one that is used anywhere else, and without the account's name.</p>
<input type="hidden" name="link" value="">
<input type="hidden" name="ceremony" value="${ceremony.id}">
<input type="hidden" name="attestation" value="">
<p class="hint">Plug in the hardware key that belongs to this account. When the browser asks, allow it to see the make and model: only listed models are accepted. The old password and the old key end with this step.</p>
<button type="submit" name="with-key">Set password and register the key</button>
</form>`,
});

export const registeredPage = (cloud: string): Page => ({
  place: place(cloud),
  title: 'The account is ready',
  body: html`<p>Password and hardware key are set. The link cannot be used again.</p>
<p>What to do next: put the key back where it is kept, and the password where your recovery plan says. In an emergency, <a href="${paths.signIn}">sign in here</a>.</p>`,
});

export const signedInPage = (options: {
  readonly cloud: string;
  readonly session: Session;
  readonly endsAtMs: number;
  readonly formToken: string;
}): Page => ({
  place: place(options.cloud),
  title: 'You are signed in',
  body: html`<p>Account <code>${options.session.account}</code>. This session ends by itself at <strong>${utcTime(options.endsAtMs)}</strong>, earlier when it is not used.</p>
<p><a href="/">Go to AdminHub</a> to repair the identity provider settings.</p>
<form id="sign-out" method="post" action="${paths.signOut}">${formTokenField(options.formToken)}<button type="submit">End this session now</button></form>`,
});

export const signedOutPage = (cloud: string): Page => ({
  place: place(cloud),
  title: 'The session has ended',
  body: html`<p>Nothing of it can be used any more.</p><p>What to do next: check that a user can sign in again, and follow your recovery plan: note the incident, and ask the desk for a new password and key if yours were seen by anyone.</p>`,
});

/** `14:05:09 UTC`. */
export const utcTime = (atMs: number): string => `${new Date(atMs).toISOString().slice(11, 19)} UTC`;
