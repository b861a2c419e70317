/** The form of SAML settings, and the form that imports either kind from what the identity provider says of itself. */
import { type Html, html } from '../../../kernel/html.ts';
import { nameIdFormats, type SamlSettings } from '../../../kernel/idp-settings.ts';
import { type Frame, tokenField } from '../frame.ts';
import { profileSwitches } from './read-saml-form.ts';

const switchNames: Readonly<Record<(typeof profileSwitches)[number], string>> = {
  forceAuthn: 'People have to sign in anew at the identity provider',
  idpInitiated: 'Accept responses that nobody asked for',
  encryptedAssertionsOnly: 'Refuse assertions that are not encrypted',
  signedResponsesOnly: 'Refuse responses that are not signed besides their assertion',
  certificatesFromMetadata: 'Accept the signing certificates that the metadata names',
};

const field = (name: string, text: string, value: string | undefined, more: Html = html``): Html =>
  html`<label for="${name}">${text}</label><input id="${name}" name="${name}" value="${value}" spellcheck="false" autocomplete="off" ${more}>`;
const option = (value: string, text: string, selected: boolean): Html =>
  selected ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`;

export const samlForm = (
  frame: Frame,
  saml: SamlSettings | undefined,
  loginOrigin: string,
): Html => html`<form id="saml-settings" method="post" action="/idp-settings">
${tokenField(frame)}<input type="hidden" name="protocol" value="saml">
<p class="hint">The identity provider finds what it needs to know of us at <code>${loginOrigin}/saml/metadata</code>.</p>
${field('entityId', 'Entity ID', saml?.entityId, html`required`)}
${field('ssoUrl', 'Where people sign in', saml?.ssoUrl, html`type="url" required`)}
${field('sloUrl', 'Where people sign out (may stay empty)', saml?.sloUrl, html`type="url"`)}
${field('metadataUrl', 'Its metadata (may stay empty)', saml?.metadataUrl, html`type="url"`)}
<label for="certificates">Signing certificates (PEM, several while it changes its key)</label><textarea id="certificates" name="certificates" rows="6" spellcheck="false">${saml?.certificates.join('\n')}</textarea>
<label for="struckOutCertificates">Struck-out certificates (SHA-256 fingerprints)</label><textarea id="struckOutCertificates" name="struckOutCertificates" rows="2" spellcheck="false">${saml?.struckOutCertificates.join('\n')}</textarea>
<label for="nameIdFormat">NameID format</label><select id="nameIdFormat" name="nameIdFormat">${nameIdFormats.map((each) => option(each, each, each === (saml?.nameIdFormat ?? nameIdFormats[0])))}</select>
${field('demandedAuthnContext', 'Demanded authentication contexts (separated by spaces)', saml?.demandedAuthnContext.join(' '))}
<label for="requestBinding">How our requests travel</label><select id="requestBinding" name="requestBinding">${(['redirect', 'post'] as const).map((each) => option(each, each, each === (saml?.profile.requestBinding ?? 'redirect')))}</select>
${profileSwitches.map((name) => html`<label for="${name}">${switchNames[name]}</label><select id="${name}" name="${name}">${option('no', 'No', saml?.profile[name] !== true)}${option('yes', 'Yes', saml?.profile[name] === true)}</select>`)}
<button type="submit">Save as a draft</button></form>`;

export const importForm = (
  frame: Frame,
): Html => html`<form id="import-settings" method="post" action="/idp-settings/import">${tokenField(frame)}
<label for="import-address">Address of its discovery document or SAML metadata</label><input id="import-address" name="address" type="url" spellcheck="false" autocomplete="off" aria-describedby="import-hint">
<p class="hint" id="import-hint">Fetched once, from a listed place; everything that it names has to be at listed places, too.</p>
<label for="import-document">Or the document itself</label><textarea id="import-document" name="document" rows="4" spellcheck="false"></textarea>
<label for="import-client">Client ID (OpenID Connect only)</label><input id="import-client" name="clientId" spellcheck="false" autocomplete="off">
<label for="import-secret">Client secret (OpenID Connect only; empty keeps the one of the same issuer)</label><input id="import-secret" name="clientSecret" type="password" autocomplete="off">
<button type="submit">Make a draft of it</button></form>`;
