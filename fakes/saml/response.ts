/** An honest SAML response: one signed assertion for one person, in answer to one request. SAML Profiles 2.0 §4.1.4.2. */
import { element, namespaces, type Xml } from './element.ts';
import { encryptedAssertion } from './encryption.ts';
import { type SamlSigningKey, signatureOf } from './signature.ts';

export const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
export const passwordOverTls = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export type SamlResponseSpec = {
  /** Ids of the response and of the assertion. */
  readonly responseId: string;
  readonly assertionId: string;
  readonly issuer: string;
  /** Where it goes: destination and recipient. */
  readonly acsUrl: string;
  /** The relying party's entity id. */
  readonly audience: string;
  /** Absent: nobody asked. */
  readonly inResponseTo?: string;
  readonly nameId: string;
  readonly nameIdFormat?: string;
  readonly sessionIndex?: string;
  readonly authnContext?: string;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** How long it may be brought; 60 by default. */
  readonly lifetimeSeconds?: number;
  readonly sessionNotOnOrAfterMs?: number;
  readonly oneTimeUse?: boolean;
};
export type SamlResponseSigning = {
  readonly key: SamlSigningKey;
  /** Both by default, as Keycloak does. */
  readonly signed?: 'both' | 'assertion' | 'response' | 'nothing';
  /** The relying party's certificate: then nobody else can read the assertion. */
  readonly encryptFor?: string;
};

const instant = (atMs: number): string => new Date(atMs).toISOString();

/** The text of the response, signed and, where wanted, encrypted. */
export async function samlResponse(spec: SamlResponseSpec, { key, signed = 'both', encryptFor }: SamlResponseSigning): Promise<string> {
  const signsAssertion = signed === 'both' || signed === 'assertion';
  const plain = signsAssertion ? withSignature((signature) => assertion(spec, signature), spec.assertionId, key) : assertion(spec);
  const inside = encryptFor === undefined ? plain : encryptedAssertion(plain, encryptFor);
  const signsResponse = signed === 'both' || signed === 'response';
  return (signsResponse ? withSignature((signature) => response(spec, inside, signature), spec.responseId, key) : response(spec, inside))
    .xml;
}

/** Writes the element twice: once to be signed, and once with the signature in it. */
export const withSignature = (write: (signature?: Xml) => Xml, id: string, key: SamlSigningKey): Xml =>
  write(signatureOf(write(), id, key));

function response(spec: SamlResponseSpec, inside: Xml, signature?: Xml): Xml {
  return element(
    'samlp:Response',
    {
      ...namespaces.samlp,
      ID: spec.responseId,
      Version: '2.0',
      IssueInstant: instant(spec.nowMs),
      Destination: spec.acsUrl,
      InResponseTo: spec.inResponseTo,
    },
    element('saml:Issuer', namespaces.saml, spec.issuer),
    signature,
    element('samlp:Status', {}, element('samlp:StatusCode', { Value: success })),
    inside,
  );
}

function assertion(spec: SamlResponseSpec, signature?: Xml): Xml {
  const endsAt = instant(spec.nowMs + (spec.lifetimeSeconds ?? 60) * 1000);
  return element(
    'saml:Assertion',
    { ...namespaces.saml, ID: spec.assertionId, Version: '2.0', IssueInstant: instant(spec.nowMs) },
    element('saml:Issuer', {}, spec.issuer),
    signature,
    subject(spec, endsAt),
    conditions(spec, endsAt),
    authnStatement(spec),
    attributeStatement(spec.attributes ?? {}),
  );
}

const subject = (spec: SamlResponseSpec, endsAt: string): Xml =>
  element(
    'saml:Subject',
    {},
    element('saml:NameID', { Format: spec.nameIdFormat ?? persistent }, spec.nameId),
    element(
      'saml:SubjectConfirmation',
      { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' },
      element('saml:SubjectConfirmationData', { InResponseTo: spec.inResponseTo, NotOnOrAfter: endsAt, Recipient: spec.acsUrl }),
    ),
  );

const conditions = (spec: SamlResponseSpec, endsAt: string): Xml =>
  element(
    'saml:Conditions',
    { NotBefore: instant(spec.nowMs - 2_000), NotOnOrAfter: endsAt },
    element('saml:AudienceRestriction', {}, element('saml:Audience', {}, spec.audience)),
    spec.oneTimeUse === true ? element('saml:OneTimeUse', {}) : undefined,
  );

const authnStatement = (spec: SamlResponseSpec): Xml =>
  element(
    'saml:AuthnStatement',
    {
      AuthnInstant: instant(spec.nowMs),
      SessionIndex: spec.sessionIndex,
      SessionNotOnOrAfter: spec.sessionNotOnOrAfterMs === undefined ? undefined : instant(spec.sessionNotOnOrAfterMs),
    },
    element('saml:AuthnContext', {}, element('saml:AuthnContextClassRef', {}, spec.authnContext ?? passwordOverTls)),
  );

function attributeStatement(attributes: Readonly<Record<string, readonly string[]>>): Xml | undefined {
  const written = Object.entries(attributes).map(([name, values]) =>
    element('saml:Attribute', { Name: name }, ...values.map((value) => element('saml:AttributeValue', {}, value))),
  );
  return written.length === 0 ? undefined : element('saml:AttributeStatement', {}, ...written);
}
