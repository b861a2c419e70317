/** Reads an assertion from the bytes that were signed, and from nothing else (I-07, S9). SAML Core 2.0 §2.3 to §2.7. */
import { type Instant, readInstant } from '../instant.ts';
import { attributeOf, childrenNamed, elementsIn, isNamed, onlyChild, parse, textOf, within, type XmlElement } from '../xml/tree.ts';

export type Confirmation = {
  readonly method: string;
  readonly recipient: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly notBefore: Instant;
  readonly notOnOrAfter: Instant;
};
export type Conditions = {
  readonly notBefore: Instant;
  readonly notOnOrAfter: Instant;
  /** One list for each restriction: every one of them has to name us. */
  readonly audiences: readonly (readonly string[])[];
  readonly oneTimeUse: boolean;
  /** Holds a condition that nobody here understands: then it cannot be met. SAML Core 2.0 §2.5.1.1. */
  readonly unknown: boolean;
};
export type AuthnStatement = {
  readonly sessionIndex: string | undefined;
  readonly sessionNotOnOrAfter: Instant;
  readonly authnInstant: Instant;
  readonly context: string | undefined;
};
export type AssertionContent = {
  readonly id: string;
  readonly version: string | undefined;
  readonly issuer: string | undefined;
  readonly issuedAt: Instant;
  readonly nameId: { readonly value: string; readonly format: string; readonly spNameQualifier: string | undefined } | undefined;
  readonly confirmations: readonly Confirmation[];
  readonly conditions: Conditions | undefined;
  readonly authnStatements: readonly AuthnStatement[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
};

/** SAML Core 2.0 §2.2.2, §8.3.1: what a name without a format has. */
const unspecifiedFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/** The assertion whose canonical bytes these are; undefined when they are something else. */
export function readAssertion(signedBytes: string | undefined): AssertionContent | undefined {
  const { root } = signedBytes === undefined ? { root: undefined } : parse(signedBytes);
  if (!isNamed(root, 'assertion', 'Assertion')) return undefined;
  const subject = onlyChild(root, 'assertion', 'Subject');
  const conditions = onlyChild(root, 'assertion', 'Conditions');
  return {
    id: attributeOf(root, 'ID') ?? '',
    version: attributeOf(root, 'Version'),
    issuer: textOf(onlyChild(root, 'assertion', 'Issuer')),
    issuedAt: readInstant(attributeOf(root, 'IssueInstant')),
    nameId: nameIdOf(onlyChild(subject, 'assertion', 'NameID')),
    confirmations: childrenNamed(subject, 'assertion', 'SubjectConfirmation').map(confirmationOf),
    conditions: conditions && conditionsOf(conditions),
    authnStatements: childrenNamed(root, 'assertion', 'AuthnStatement').map(authnStatementOf),
    attributes: attributesOf(root),
  };
}

export function nameIdOf(element: XmlElement | undefined): AssertionContent['nameId'] {
  const value = textOf(element);
  if (value === undefined || value.trim() === '') return undefined;
  return { value, format: attributeOf(element, 'Format') ?? unspecifiedFormat, spNameQualifier: attributeOf(element, 'SPNameQualifier') };
}

function confirmationOf(confirmation: XmlElement): Confirmation {
  const data = onlyChild(confirmation, 'assertion', 'SubjectConfirmationData');
  return {
    method: attributeOf(confirmation, 'Method') ?? '',
    recipient: attributeOf(data, 'Recipient'),
    inResponseTo: attributeOf(data, 'InResponseTo'),
    notBefore: readInstant(attributeOf(data, 'NotBefore')),
    notOnOrAfter: readInstant(attributeOf(data, 'NotOnOrAfter')),
  };
}

const understood = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
const conditionsOf = (conditions: XmlElement): Conditions => ({
  notBefore: readInstant(attributeOf(conditions, 'NotBefore')),
  notOnOrAfter: readInstant(attributeOf(conditions, 'NotOnOrAfter')),
  audiences: childrenNamed(conditions, 'assertion', 'AudienceRestriction').map((restriction) =>
    childrenNamed(restriction, 'assertion', 'Audience').flatMap((audience) => textOf(audience) ?? []),
  ),
  oneTimeUse: childrenNamed(conditions, 'assertion', 'OneTimeUse').length > 0,
  unknown: elementsIn(conditions).some((element) => !understood.some((name) => isNamed(element, 'assertion', name))),
});

const authnStatementOf = (statement: XmlElement): AuthnStatement => ({
  sessionIndex: attributeOf(statement, 'SessionIndex'),
  sessionNotOnOrAfter: readInstant(attributeOf(statement, 'SessionNotOnOrAfter')),
  authnInstant: readInstant(attributeOf(statement, 'AuthnInstant')),
  context: textOf(onlyChild(onlyChild(statement, 'assertion', 'AuthnContext'), 'assertion', 'AuthnContextClassRef')),
});

/** Values that are not plain text are left out. */
function attributesOf(assertion: XmlElement): AssertionContent['attributes'] {
  const attributes = childrenNamed(assertion, 'assertion', 'AttributeStatement').flatMap((statement) =>
    childrenNamed(statement, 'assertion', 'Attribute'),
  );
  const values = Map.groupBy(attributes, (attribute) => attributeOf(attribute, 'Name') ?? '');
  return Object.fromEntries(
    [...values].map(([name, named]) => [
      name,
      named.flatMap((attribute) => childrenNamed(attribute, 'assertion', 'AttributeValue').flatMap((value) => textOf(value) ?? [])),
    ]),
  );
}

/** Every ID of a document, whatever its spelling: any of them might be what a signature refers to. */
export const idsWithin = (root: XmlElement): readonly string[] =>
  within(root).flatMap((element) =>
    Array.from(element.attributes)
      .filter(({ localName, name }) => (localName || name).toLowerCase() === 'id')
      .map(({ value }) => value),
  );

/** What is read where nothing was signed. */
export const noAssertion: AssertionContent = {
  id: '',
  version: undefined,
  issuer: undefined,
  issuedAt: 'missing',
  nameId: undefined,
  confirmations: [],
  conditions: undefined,
  authnStatements: [],
  attributes: {},
};
