/** All departures of a SAML response from an honest one, each in exactly one thing and validly signed unless the signature, or what two parsers read of it, is what departs (I-07, S8, S9). */
import { attemptDeviations } from './saml-responses/attempts.ts';
import { conditionDeviations } from './saml-responses/conditions.ts';
import { envelopeDeviations } from './saml-responses/envelope.ts';
import { formDeviations } from './saml-responses/form.ts';
import type { SamlResponseDeviations } from './saml-responses/response.ts';
import { signatureDeviations } from './saml-responses/signatures.ts';
import { subjectDeviations } from './saml-responses/subjects.ts';
import { wrappingDeviations } from './saml-responses/wrapping.ts';

/** By name, which reads on after "a SAML response …". */
export const samlResponseDeviations = {
  ...formDeviations,
  ...envelopeDeviations,
  ...wrappingDeviations,
  ...signatureDeviations,
  ...attemptDeviations,
  ...subjectDeviations,
  ...conditionDeviations,
} as const satisfies SamlResponseDeviations;
export type SamlResponseDeviationName = keyof typeof samlResponseDeviations;
