/** What an identity provider's metadata document says of itself, for the settings to be made from it. SAML Metadata 2.0 §2.4.3. */
import { bindings } from '../message/bindings.ts';
import { attributeOf } from '../xml/tree.ts';
import { type Descriptor, descriptorIn, placesOf, servicesNamed, signingCertificates } from './descriptor.ts';

export type SamlDescription = {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly sloUrl: string | undefined;
  readonly requestBinding: 'redirect' | 'post';
  readonly certificatePems: readonly string[];
  /** Every place that the document names for people to be sent to. */
  readonly places: readonly string[];
};

/** Undefined for what is no metadata of one identity provider. */
export function readSamlDescription(text: string): SamlDescription | undefined {
  const found = descriptorIn(text);
  const entityId = attributeOf(found?.root, 'entityID');
  if (!found || !entityId) return undefined;
  const byRedirect = placeOf(found, 'SingleSignOnService', bindings.redirect);
  const ssoUrl = byRedirect ?? placeOf(found, 'SingleSignOnService', bindings.post);
  if (ssoUrl === undefined) return undefined;
  return {
    entityId,
    ssoUrl,
    sloUrl: placeOf(found, 'SingleLogoutService', bindings.redirect),
    requestBinding: byRedirect === undefined ? 'post' : 'redirect',
    certificatePems: signingCertificates(found),
    places: placesOf(found),
  };
}

const placeOf = (descriptor: Descriptor, name: Parameters<typeof servicesNamed>[1], binding: string): string | undefined =>
  servicesNamed(descriptor, name)
    .filter((service) => attributeOf(service, 'Binding') === binding)
    .map((service) => attributeOf(service, 'Location'))
    .find((location) => location !== undefined);
