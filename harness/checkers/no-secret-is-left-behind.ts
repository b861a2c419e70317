/** No password, client secret, key or one-time link stands in any log, record or result, in any encoding (A-10, I-11). */
import { findMarkers } from '../tap/markers.ts';
import type { Checker, RunEvidence } from './checker.ts';

const canaryText = (evidence: RunEvidence): string => encodeURIComponent(evidence.secrets[0]?.value ?? '');

export const noSecretIsLeftBehind: Checker = {
  name: 'no-secret-is-left-behind',
  claim: 'No secret stands in any log, audit record or result, in any encoding',
  cites: ['A-10', 'I-11'],
  unit: 'bytes',
  look: ({ leftBehind, secrets }) => ({
    examined: secrets.length === 0 ? 0 : leftBehind.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0),
    findings: leftBehind.flatMap(({ name, text }) => findMarkers(Buffer.from(text), secrets).map(({ name: secret }) => `${secret} stands in ${name}`)),
  }),
  withCanary: (evidence) => ({ ...evidence, leftBehind: [...evidence.leftBehind, { name: 'canary', text: `{"note":"${canaryText(evidence)}"}` }] }),
};
