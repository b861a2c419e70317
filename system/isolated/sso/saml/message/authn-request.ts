/** The request that a person takes to the identity provider: who asks, where the answer goes, and how well they must be authenticated (I-05, I-06). SAML Core 2.0 §3.4.1. */
import type { SamlSettings } from '../../../../kernel/idp-settings.ts';
import { type Written, xml } from '../xml/write.ts';
import { bindings } from './bindings.ts';
import { type Heading, headingOf, issuerOf } from './own.ts';

export function authnRequest(heading: Heading, settings: SamlSettings, acsUrl: string): string {
  const { forceAuthn } = settings.profile;
  return xml`
    <samlp:AuthnRequest ${headingOf(heading)} ProtocolBinding="${bindings.post}" AssertionConsumerServiceURL="${acsUrl}"
    ${forceAuthn ? xml` ForceAuthn="true"` : undefined}>
    ${issuerOf(heading)}
    <samlp:NameIDPolicy Format="${settings.nameIdFormat}" AllowCreate="true"/>
    ${requestedContext(settings.demandedAuthnContext)}
    </samlp:AuthnRequest>`.written;
}

/** Exactly one of these, and not whatever the identity provider takes for better. SAML Core 2.0 §3.3.2.2.1. */
const requestedContext = (demanded: readonly string[]): Written | undefined =>
  demanded.length === 0
    ? undefined
    : xml`
      <samlp:RequestedAuthnContext Comparison="exact">
      ${demanded.map((context) => xml`<saml:AuthnContextClassRef>${context}</saml:AuthnContextClassRef>`)}
      </samlp:RequestedAuthnContext>`;
