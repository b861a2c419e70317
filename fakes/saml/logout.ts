/** The logout messages of an honest identity provider. SAML Core 2.0 §3.7. */
import { element, namespaces, type Xml } from './element.ts';
import { persistent, withSignature } from './response.ts';
import type { SamlSigningKey } from './signature.ts';

export type LogoutHeading = { readonly id: string; readonly issuer: string; readonly destination: string; readonly nowMs: number };
export type LogoutRequestSpec = LogoutHeading & {
  readonly nameId: string;
  readonly nameIdFormat?: string;
  readonly sessionIndexes?: readonly string[];
};
export type LogoutResponseSpec = LogoutHeading & { readonly inResponseTo: string };

/** The text; with a `key`, signed in itself, for a form. In a redirect the query is signed instead. */
export const samlLogoutRequest = (spec: LogoutRequestSpec, key?: SamlSigningKey): string =>
  signed(key, spec.id, (signature) =>
    message(
      'samlp:LogoutRequest',
      spec,
      {},
      signature,
      element('saml:NameID', { ...namespaces.saml, Format: spec.nameIdFormat ?? persistent }, spec.nameId),
      ...(spec.sessionIndexes ?? []).map((index) => element('samlp:SessionIndex', {}, index)),
    ),
  );

/** The same for an answer: it succeeded. */
export const samlLogoutResponse = (spec: LogoutResponseSpec, key?: SamlSigningKey): string =>
  signed(key, spec.id, (signature) =>
    message(
      'samlp:LogoutResponse',
      spec,
      { InResponseTo: spec.inResponseTo },
      signature,
      element('samlp:Status', {}, element('samlp:StatusCode', { Value: 'urn:oasis:names:tc:SAML:2.0:status:Success' })),
    ),
  );

const signed = (key: SamlSigningKey | undefined, id: string, write: (signature?: Xml) => Xml): string =>
  (key ? withSignature(write, id, key) : write()).xml;

function message(
  name: string,
  { id, issuer, destination, nowMs }: LogoutHeading,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Xml | undefined)[]
): Xml {
  const heading = { ID: id, Version: '2.0', IssueInstant: new Date(nowMs).toISOString(), Destination: destination };
  return element(name, { ...namespaces.samlp, ...heading, ...attributes }, element('saml:Issuer', namespaces.saml, issuer), ...content);
}
