/** An honest identity provider's side of SAML, by its messages alone: what reads requests, what writes and signs answers, and what signs any message again. */
export {
  BadSamlMessage,
  type MessageField,
  type ReadMessage,
  readForm,
  readRedirect,
  type SentMessage,
  writeForm,
  writeRedirect,
} from './bindings.ts';
export { encryptedAssertion } from './encryption.ts';
export { type LogoutRequestSpec, type LogoutResponseSpec, samlLogoutRequest, samlLogoutResponse } from './logout.ts';
export { type IdpMetadataSpec, idpMetadata } from './metadata.ts';
export { type AuthnRequest, type LogoutRequest, readAuthnRequest, readLogoutRequest, readLogoutResponse } from './requests.ts';
export { type ResignOptions, resigned, withoutSignature } from './resign.ts';
export { passwordOverTls, type SamlResponseSigning, type SamlResponseSpec, samlResponse } from './response.ts';
export { certificateBase64, type SamlSigningKey } from './signature.ts';
