/** Writes the response for one signed-in person, as the realm's settings want it: signed where, named how, encrypted for whom. */
import { randomUUID } from 'node:crypto';
import { resigned, type SamlResponseSpec, type SamlSigningKey, samlResponse } from '../../saml/index.ts';
import { type Person, workplaceOf } from '../people.ts';
import { afterRules, type JsonValue, type SamlNameIdFormat, type SamlSettings } from '../settings.ts';

const nameIdFormats: Readonly<Record<SamlNameIdFormat, string>> = {
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
  email: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  unspecified: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
};

const otherAlgorithms = {
  RSA_SHA1: { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', digest: 'http://www.w3.org/2000/09/xmldsig#sha1' },
  RSA_SHA512: { algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', digest: 'http://www.w3.org/2001/04/xmlenc#sha512' },
} as const;

export function nameIdOf(person: Person, format: SamlNameIdFormat): string {
  return { persistent: person.subject, transient: `_${randomUUID()}`, email: person.email ?? '', unspecified: person.name }[format];
}

type Asked = Pick<SamlResponseSpec, 'issuer' | 'audience' | 'inResponseTo' | 'sessionIndex' | 'authnContext' | 'nowMs'>;

/** The text of the response. Keycloak's lifetimes: a minute for the assertion, ten hours for the session. */
export async function responseFor(
  person: Person,
  nameId: string,
  { asked, settings, key }: { asked: Asked; settings: SamlSettings; key: SamlSigningKey },
): Promise<string> {
  const spec: SamlResponseSpec = {
    ...asked,
    responseId: `_${randomUUID()}`,
    assertionId: `_${randomUUID()}`,
    acsUrl: settings.acsUrl,
    nameId,
    nameIdFormat: nameIdFormats[settings.nameIdFormat],
    attributes: attributesOf(person, settings),
    lifetimeSeconds: 60,
    sessionNotOnOrAfterMs: asked.nowMs + 36_000_000,
  };
  const { signed, encryptFor, algorithm } = settings;
  const xml = await samlResponse(spec, { key, signed, ...(encryptFor === undefined ? {} : { encryptFor }) });
  if (algorithm === 'RSA_SHA256') return xml;
  const ids = [...(signed === 'response' ? [] : [spec.assertionId]), ...(signed === 'assertion' ? [] : [spec.responseId])];
  return ids.reduce((text, id) => resigned(text, id, { key, ...otherAlgorithms[algorithm] }), xml);
}

function attributesOf(person: Person, { attributes }: SamlSettings): Readonly<Record<string, readonly string[]>> {
  const { email, givenName, familyName } = person;
  const values = { ...(email === null ? {} : { email }), givenName, familyName, ...workplaceOf(person) };
  return Object.fromEntries(Object.entries(afterRules(values, attributes)).map(([name, value]) => [name, texts(value)]));
}

const texts = (value: JsonValue): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
