/** No password, client secret, key or one-time link stands in any log, record or result, in any encoding (A-10, I-11). */
import { markersIn } from '../tap/marker-search.ts';
import type { Checker } from './checker.ts';

/** A JWS in compact form, whoever signed it: RFC 7515 §3.1. */
const token = /eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./;

export const noSecretIsLeftBehind: Checker = {
  name: 'no-secret-is-left-behind',
  claim: 'No secret stands in any log, audit record or result, in any encoding',
  cites: ['A-10', 'I-11'],
  unit: 'bytes',
  look: ({ leftBehind, secrets }) => ({
    examined: secrets.length === 0 ? 0 : leftBehind.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0),
    findings: leftBehind.flatMap(({ name, text }) => [
      ...markersIn(text, secrets).map(({ marker }) => `the ${marker.class} of ${marker.whose} stands in ${name}`),
      ...(token.test(text) ? [`a signed token stands in ${name}`] : []),
    ]),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    leftBehind: [
      ...evidence.leftBehind,
      { name: 'canary', text: JSON.stringify({ note: encodeURIComponent(evidence.secrets[0]?.value ?? '') }) },
    ],
  }),
};
