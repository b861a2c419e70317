/** The machine's own key pairs, for the port that makes them: what signs in production. RFC 7518 §3.4. */
import { generateKeyPair } from 'jose';
import type { KeyMaker } from './ports.ts';

/** P-256, fresh at every call; the private half cannot be exported. */
export const machineKeys: KeyMaker = {
  es256: () => generateKeyPair('ES256', { extractable: false }),
};
