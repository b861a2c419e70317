/** What a relying party asks of an identity provider: to sign a person in, or out. SAML Core 2.0 §3.4.1, §3.7.1. */
import { DOMParser, type XmlElement } from '@xmldom/xmldom';

export type AuthnRequest = {
  readonly id: string;
  readonly issuer: string;
  readonly destination: string;
  readonly acsUrl: string;
  readonly forceAuthn: boolean;
  readonly nameIdFormat: string | undefined;
  readonly authnContexts: readonly string[];
};
export type LogoutRequest = {
  readonly id: string;
  readonly issuer: string;
  readonly destination: string;
  readonly nameId: string;
  readonly sessionIndexes: readonly string[];
};
export type LogoutAnswer = { readonly inResponseTo: string; readonly status: string };

/** Undefined when the text is something else. */
export function readAuthnRequest(xml: string): AuthnRequest | undefined {
  const root = rootNamed(xml, 'AuthnRequest');
  if (!root) return undefined;
  return {
    ...heading(root),
    acsUrl: attribute(root, 'AssertionConsumerServiceURL') ?? '',
    forceAuthn: attribute(root, 'ForceAuthn') === 'true',
    nameIdFormat: attribute(all(root, 'NameIDPolicy')[0], 'Format'),
    authnContexts: all(root, 'AuthnContextClassRef').map(text),
  };
}

/** Undefined when the text is something else. */
export function readLogoutRequest(xml: string): LogoutRequest | undefined {
  const root = rootNamed(xml, 'LogoutRequest');
  if (!root) return undefined;
  return { ...heading(root), nameId: text(all(root, 'NameID')[0]), sessionIndexes: all(root, 'SessionIndex').map(text) };
}

/** Undefined when the text is something else. */
export function readLogoutResponse(xml: string): LogoutAnswer | undefined {
  const root = rootNamed(xml, 'LogoutResponse');
  return root && { inResponseTo: attribute(root, 'InResponseTo') ?? '', status: attribute(all(root, 'StatusCode')[0], 'Value') ?? '' };
}

const heading = (root: XmlElement) => ({
  id: attribute(root, 'ID') ?? '',
  issuer: text(all(root, 'Issuer')[0]),
  destination: attribute(root, 'Destination') ?? '',
});

function rootNamed(xml: string, name: string): XmlElement | undefined {
  const root = new DOMParser({ errorHandler: () => {} }).parseFromString(xml, 'text/xml')?.documentElement;
  return root?.localName === name ? root : undefined;
}
const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  Array.from(element?.attributes ?? []).find((each) => each.name === name)?.value;
const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  Array.from(element.childNodes)
    .filter((node): node is XmlElement => node.nodeType === 1)
    .flatMap((child) => [...(child.localName === name ? [child] : []), ...all(child, name)]);
const text = (element: XmlElement | undefined): string =>
  Array.from(element?.childNodes ?? [])
    .map(({ nodeValue }) => nodeValue ?? '')
    .join('');
