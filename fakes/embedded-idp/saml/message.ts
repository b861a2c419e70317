/** Takes a SAML message of the relying party out of a query or a form: signed by whom it should be, and one of the kinds that an identity provider serves. */
import {
  type AuthnRequest,
  BadSamlMessage,
  type LogoutRequest,
  type ReadMessage,
  readAuthnRequest,
  readForm,
  readLogoutRequest,
  readLogoutResponse,
  readRedirect,
} from '../../saml/index.ts';

type Carried = { readonly relayState: string | undefined };
export type SamlMessage = Carried &
  (
    | { readonly kind: 'sign-in'; readonly request: AuthnRequest }
    | { readonly kind: 'logout'; readonly request: LogoutRequest }
    | { readonly kind: 'logged-out' }
  );
export type Sent = { readonly address: URL } | { readonly form: URLSearchParams };

/** Throws `BadSamlMessage` for everything else. */
export function messageIn(sent: Sent, certificatePem: string): SamlMessage {
  try {
    const read = 'form' in sent ? readForm(Object.fromEntries(sent.form), certificatePem) : readRedirect(sent.address, certificatePem);
    return understood(read);
  } catch (cause) {
    if (cause instanceof BadSamlMessage) throw cause;
    throw new BadSamlMessage('the message cannot be read', { cause });
  }
}

function understood({ xml, relayState }: ReadMessage): SamlMessage {
  const [authn, logout] = [readAuthnRequest(xml), readLogoutRequest(xml)];
  if (authn) return { kind: 'sign-in', request: authn, relayState };
  if (logout) return { kind: 'logout', request: logout, relayState };
  if (readLogoutResponse(xml)) return { kind: 'logged-out', relayState };
  throw new BadSamlMessage('the message is none for an identity provider');
}
