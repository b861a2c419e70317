/** The part of the settings page that is about OIDC: what is set now, and what each value does. */
import { type Html, html } from '../../../kernel/html.ts';
import { clientAuthenticationMethods, idTokenAlgorithms, type OidcSettings } from '../../../kernel/idp-settings.ts';
import { endpointFieldName } from './read-oidc-form.ts';

const methodNames: Readonly<Record<(typeof clientAuthenticationMethods)[number], string>> = {
  client_secret_basic: 'Client secret, in the header (client_secret_basic)',
  client_secret_post: 'Client secret, in the form (client_secret_post)',
  private_key_jwt: 'Our own key pair (private_key_jwt)',
};

const choice = (value: string, text: string, selected: boolean): Html =>
  selected ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`;

export function oidcFields(oidc: OidcSettings | undefined, loginOrigin: string): Html {
  const method = oidc?.clientAuthentication.method ?? 'client_secret_basic';
  const algorithm = oidc?.idTokenAlgorithm ?? 'RS256';
  const hasSecret =
    oidc === undefined || method === 'private_key_jwt'
      ? 'None is set.'
      : 'One is set. It is never shown; leave this empty to keep it. With another issuer it must be given anew.';
  return html`<label for="clientId">Client ID</label>
<input id="clientId" name="clientId" value="${oidc?.clientId}" spellcheck="false" autocomplete="off" required>
<label for="clientAuthentication">How we prove who we are</label>
<select id="clientAuthentication" name="clientAuthentication" aria-describedby="authentication-hint">${clientAuthenticationMethods.map((each) => choice(each, methodNames[each], each === method))}</select>
<p class="hint" id="authentication-hint">For our own key pair, the identity provider reads our public key at <code>${loginOrigin}/jwks</code>, and no secret is shared.</p>
<label for="clientSecret">Client secret</label>
<input id="clientSecret" name="clientSecret" type="password" autocomplete="off" aria-describedby="secret-hint">
<p class="hint" id="secret-hint">${hasSecret}</p>
<label for="demandedAcr">Demanded authentication contexts</label>
<input id="demandedAcr" name="demandedAcr" value="${oidc?.demandedAcr.join(' ')}" spellcheck="false" autocomplete="off" aria-describedby="acr-hint">
<p class="hint" id="acr-hint">Separated by spaces. Every ID token must name one of them (<code>acr</code>), or nobody is signed in by it. Empty: none is demanded.</p>
<label for="idTokenAlgorithm">ID tokens are signed with</label>
<select id="idTokenAlgorithm" name="idTokenAlgorithm" aria-describedby="algorithm-hint">${idTokenAlgorithms.map((each) => choice(each, each, each === algorithm))}</select>
<p class="hint" id="algorithm-hint">Every other algorithm is refused, whatever the identity provider offers.</p>
<label for="struckOutKeyIds">Struck-out keys</label>
<textarea id="struckOutKeyIds" name="struckOutKeyIds" rows="3" spellcheck="false" aria-describedby="keys-hint">${oidc?.struckOutKeyIds.join('\n')}</textarea>
<p class="hint" id="keys-hint">Key ids (<code>kid</code>) or thumbprints (RFC 7638), one on each line. A token with one of these keys is refused from the moment you save, whatever the identity provider publishes. Use it when a key of the identity provider is in wrong hands.</p>
<details><summary>Fixed endpoints</summary>
<p class="hint">Only for an identity provider without a discovery document. Leave all empty otherwise.</p>
${endpoint('authorization', 'Authorization endpoint', oidc)}${endpoint('token', 'Token endpoint', oidc)}${endpoint('keys', 'Keys (JWKS)', oidc)}${endpoint('endSession', 'Sign-out endpoint (may stay empty)', oidc)}
</details>`;
}

type Endpoints = NonNullable<OidcSettings['endpoints']>;
function endpoint(name: keyof Endpoints, text: string, oidc: OidcSettings | undefined): Html {
  const field = endpointFieldName(name);
  return html`<label for="${field}">${text}</label><input id="${field}" name="${field}" type="url" value="${oidc?.endpoints?.[name]}" spellcheck="false" autocomplete="off">`;
}
