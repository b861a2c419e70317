/** A metadata document of one identity provider: the one parse of it, and the places that it names. SAML Metadata 2.0 §2.3.2, §2.4.3. */
import { pemOf, readCertificates } from '../certificates.ts';
import { attributeOf, childrenNamed, isNamed, onlyChild, parse, textOf, within, type XmlElement } from '../xml/tree.ts';

export type Descriptor = { readonly root: XmlElement; readonly provider: XmlElement };

/** Undefined for what is no metadata of one identity provider. */
export function descriptorIn(text: string): Descriptor | undefined {
  const { root, lexis } = parse(text);
  const provider = onlyChild(root, 'metadata', 'IDPSSODescriptor');
  return provider && !lexis.doctype && isNamed(root, 'metadata', 'EntityDescriptor') ? { root, provider } : undefined;
}

type Service = 'SingleSignOnService' | 'SingleLogoutService';
export const servicesNamed = ({ provider }: Descriptor, name: Service): readonly XmlElement[] => childrenNamed(provider, 'metadata', name);

/** Every place that people may be sent to by it; empty for one that names none. */
export const placesOf = (descriptor: Descriptor): readonly string[] =>
  (['SingleSignOnService', 'SingleLogoutService'] as const).flatMap((name) =>
    servicesNamed(descriptor, name).map((service) => attributeOf(service, 'Location') ?? ''),
  );

/** As PEM; readable ones only. */
export const signingCertificates = ({ provider }: Descriptor): readonly string[] =>
  childrenNamed(provider, 'metadata', 'KeyDescriptor')
    .filter((descriptor) => (attributeOf(descriptor, 'use') ?? 'signing') === 'signing')
    .flatMap((descriptor) => within(descriptor).filter((element) => isNamed(element, 'signature', 'X509Certificate')))
    .flatMap((element) => readCertificates([pemOf(textOf(element) ?? '')]).map(({ pem }) => pem));
