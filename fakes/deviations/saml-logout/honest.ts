/** The honest word of an identity provider that ends the session which one of its SAML responses began. SAML Core 2.0 §3.7.1. */
import { writeForm } from '../../saml/bindings.ts';
import { samlLogoutRequest } from '../../saml/logout.ts';
import type { SamlSigningKey } from '../../saml/signature.ts';

type SamlLogoutSpec = { readonly id: string; readonly destination: string; readonly nowMs: number };

/** The fields of a form, signed with `key`, about the person and the session of `responseXml`. Throws a TypeError when that names none. */
export function samlLogoutOf(
  responseXml: string,
  { id, destination, nowMs }: SamlLogoutSpec,
  key: SamlSigningKey,
): Readonly<Record<string, string>> {
  const named = (pattern: RegExp): string => {
    const found = pattern.exec(responseXml)?.[1];
    if (found === undefined) throw new TypeError(`the response does not say ${pattern.source}`);
    return found;
  };
  const about = {
    issuer: named(/<(?:\w+:)?Issuer[^>]*>([^<]+)</),
    nameId: named(/<(?:\w+:)?NameID[^>]*>([^<]+)</),
    sessionIndexes: [named(/\sSessionIndex="([^"]+)"/)],
  };
  const xml = samlLogoutRequest({ id, destination, nowMs, ...about }, key);
  return writeForm({ field: 'SAMLRequest', xml, relayState: undefined });
}
