/** The answers of an identity provider that can be changed on their way, and how each kind is recognised, whichever product gives it. */
import { relyingParty } from '../../fixtures/fixtures.ts';
import { type Field, fieldOf } from '../../network/fields.ts';

/** `fields` are end-to-end; Content-Length is set anew when it is sent. `body` is decoded text. */
export type IdpAnswer = { readonly status: number; readonly fields: readonly Field[]; readonly body: string };

/** `authorization` and `logout` are redirects back to the relying party; `saml` is any page, for a SAML response is a form in one. */
const answerKinds = ['discovery', 'jwks', 'token', 'userinfo', 'authorization', 'logout', 'saml-metadata', 'saml'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What is known of an exchange before the body of its answer has come. */
export type ExchangeHead = { readonly method: string; readonly path: string; readonly status: number; readonly fields: readonly Field[] };

const returnsTo =
  (address: string) =>
  ({ status, fields }: ExchangeHead): boolean => {
    const location = fieldOf(fields, 'location') ?? '';
    return status >= 301 && status <= 303 && (location === address || location.startsWith(`${address}?`));
  };

const recognised: Readonly<Record<AnswerKind, (head: ExchangeHead) => boolean>> = {
  discovery: ({ path }) => path.endsWith('/.well-known/openid-configuration'),
  jwks: ({ path }) => /\/(jwks|certs)$/.test(path),
  token: ({ method, path }) => method === 'POST' && path.endsWith('/token'),
  userinfo: ({ path }) => /\/(userinfo|me)$/.test(path),
  authorization: returnsTo(relyingParty.redirectUri),
  logout: returnsTo(relyingParty.postLogoutRedirectUri),
  'saml-metadata': ({ path }) => path.endsWith('/saml/descriptor') || path.endsWith('/saml/metadata'),
  saml: ({ status, fields }) => status === 200 && (fieldOf(fields, 'content-type') ?? '').startsWith('text/html'),
};

/** Whether an exchange is of this kind. Each can be told from the request and the head of its answer. */
export const isOfKind = (kind: AnswerKind, head: ExchangeHead): boolean => recognised[kind](head);
