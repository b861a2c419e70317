/** Our own logout messages: a request when a person signs out here, a response when they signed out elsewhere. SAML Core 2.0 §3.7. */
import { xml } from '../xml/write.ts';
import { type Heading, headingOf, issuerOf } from './own.ts';

export type WhoLeaves = { readonly nameId: string; readonly nameIdFormat: string; readonly sessionIndex: string | undefined };

export const logoutRequest = (heading: Heading, { nameId, nameIdFormat, sessionIndex }: WhoLeaves): string =>
  xml`
  <samlp:LogoutRequest ${headingOf(heading)}>
  ${issuerOf(heading)}
  <saml:NameID Format="${nameIdFormat}">${nameId}</saml:NameID>
  ${sessionIndex === undefined ? undefined : xml`<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex>`}
  </samlp:LogoutRequest>`.written;

export const logoutResponse = (heading: Heading, inResponseTo: string): string =>
  xml`
  <samlp:LogoutResponse ${headingOf(heading)} InResponseTo="${inResponseTo}">
  ${issuerOf(heading)}
  <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
  </samlp:LogoutResponse>`.written;
