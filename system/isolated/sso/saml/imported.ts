/** What an identity provider's metadata document says of itself, for the settings to be made from it. SAML Metadata 2.0 §2.4.3. */
import { signingCertificates } from './idp-metadata.ts';
import { attributeOf, childrenNamed, isNamed, onlyChild, parse, type XmlElement } from './xml/tree.ts';

export type ImportedSaml = {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly sloUrl: string | undefined;
  readonly requestBinding: 'redirect' | 'post';
  readonly certificatePems: readonly string[];
  /** Every place that the document names for people to be sent to. */
  readonly places: readonly string[];
};

const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const;

/** Undefined for what is no metadata of one identity provider. */
export function readImportedSaml(text: string): ImportedSaml | undefined {
  const { root, lexis } = parse(text);
  const provider = onlyChild(root, 'metadata', 'IDPSSODescriptor');
  if (!root || !provider || lexis.doctype || !isNamed(root, 'metadata', 'EntityDescriptor')) return undefined;
  const entityId = attributeOf(root, 'entityID');
  const byRedirect = placeOf(provider, 'SingleSignOnService', bindings.redirect);
  const ssoUrl = byRedirect ?? placeOf(provider, 'SingleSignOnService', bindings.post);
  if (!entityId || ssoUrl === undefined) return undefined;
  return {
    entityId,
    ssoUrl,
    sloUrl: placeOf(provider, 'SingleLogoutService', bindings.redirect),
    requestBinding: byRedirect === undefined ? 'post' : 'redirect',
    certificatePems: signingCertificates(provider),
    places: ['SingleSignOnService', 'SingleLogoutService'].flatMap((name) =>
      childrenNamed(provider, 'metadata', name).map((place) => attributeOf(place, 'Location') ?? ''),
    ),
  };
}

const placeOf = (provider: XmlElement, name: string, binding: string): string | undefined =>
  childrenNamed(provider, 'metadata', name)
    .filter((place) => attributeOf(place, 'Binding') === binding)
    .map((place) => attributeOf(place, 'Location'))
    .find((location) => location !== undefined);
