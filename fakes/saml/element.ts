/** Writes XML that is its own exclusive canonical form, so that what is signed is simply the text. Exclusive XML Canonicalization 1.0 §3. */

export type Attributes = Readonly<Record<string, string | undefined>>;
/** Text that is XML already. */
export type Xml = { readonly xml: string };

const forText: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const forAttribute: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
const escaped = (text: string, escapes: Readonly<Record<string, string>>): string =>
  text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);

const isNamespace = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');
/** Namespaces first, then attributes, each by name; none of ours has a prefix. */
const inOrder = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  Number(isNamespace(other)) - Number(isNamespace(one)) || (one < other ? -1 : 1);

/** An element with a start and an end tag. An attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes, ...content: readonly (string | Xml | undefined)[]): Xml {
  const present = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const written = present.toSorted(inOrder).map(([key, value]) => ` ${key}="${escaped(value, forAttribute)}"`);
  const inside = content.map((part) => (typeof part === 'string' ? escaped(part, forText) : (part?.xml ?? '')));
  return { xml: `<${name}${written.join('')}>${inside.join('')}</${name}>` };
}

/** Each element declares the namespace that it uses, unless one around it did. */
export const namespaces = {
  samlp: { 'xmlns:samlp': 'urn:oasis:names:tc:SAML:2.0:protocol' },
  saml: { 'xmlns:saml': 'urn:oasis:names:tc:SAML:2.0:assertion' },
  md: { 'xmlns:md': 'urn:oasis:names:tc:SAML:2.0:metadata' },
  ds: { 'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#' },
} as const;
