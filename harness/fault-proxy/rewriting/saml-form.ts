/** The form in which an identity provider has a person's browser post a SAML response, read and written in whichever page it stands. SAML Bindings 2.0 §3.5.4. */
import type { IdpAnswer } from './idp-answer.ts';

/** `SAMLResponse` is base64; `RelayState` is undefined when there is none. */
export type SamlForm = { readonly SAMLResponse: string; readonly RelayState: string | undefined };

const inputs = /<input\b[^>]*>/gi;
const attribute = (input: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(input)?.[1];

const inputNamed = (body: string, name: keyof SamlForm): string | undefined =>
  (body.match(inputs) ?? []).find((input) => attribute(input, 'name') === name);

const unescaped = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, (_all, hexadecimal?: string, decimal?: string) =>
      String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Undefined when the page takes no SAML response along: a sign-in page, for example. */
export function samlFormIn({ body }: Pick<IdpAnswer, 'body'>): SamlForm | undefined {
  const valueNamed = (name: keyof SamlForm): string | undefined => {
    const input = inputNamed(body, name);
    return input === undefined ? undefined : unescaped(attribute(input, 'value') ?? '');
  };
  const SAMLResponse = valueNamed('SAMLResponse');
  return SAMLResponse === undefined ? undefined : { SAMLResponse, RelayState: valueNamed('RelayState') };
}

/** The same page with these fields. Throws a TypeError when it has no such form. */
export function withSamlForm(answer: IdpAnswer, { SAMLResponse, RelayState }: SamlForm): IdpAnswer {
  const response = inputNamed(answer.body, 'SAMLResponse');
  if (response === undefined) throw new TypeError('the page takes no SAML response along');
  const others = answer.body.replace(inputNamed(answer.body, 'RelayState') ?? '', '');
  const field = (name: keyof SamlForm, value: string): string => `<input type="hidden" name="${name}" value="${escaped(value)}"/>`;
  const fields = [field('SAMLResponse', SAMLResponse), ...(RelayState === undefined ? [] : [field('RelayState', RelayState)])];
  return { ...answer, body: others.replace(response, () => fields.join('')) };
}
