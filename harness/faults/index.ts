/** All faults that a scenario can name. */
import { answers503 } from './answers-503.ts';
import { blackHole } from './black-hole.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateNotTrusted } from './certificate-not-trusted.ts';
import { certificateOfAnotherName } from './certificate-of-another-name.ts';
import { clientSecretRotated, newestClientSecret } from './client-secret-rotated.ts';
import { connectionsRefused } from './connections-refused.ts';
import { dnsNameGone } from './dns-name-gone.ts';
import type { Fault } from './fault.ts';
import { idpHangs } from './idp-hangs.ts';
import { idpKilled } from './idp-killed.ts';
import { slowBeyondTheLimit } from './slow-beyond-the-limit.ts';

export {
  answers503,
  blackHole,
  certificateExpired,
  certificateNotTrusted,
  certificateOfAnotherName,
  clientSecretRotated,
  connectionsRefused,
  dnsNameGone,
  idpHangs,
  idpKilled,
  newestClientSecret,
  slowBeyondTheLimit,
};

/** `file` is the path from the project's root. */
export type ListedFault = { readonly file: string; readonly fault: Fault };

const inFile = (fault: Fault, name: string): ListedFault => ({ fault, file: `harness/faults/${name}.ts` });

export const faults: readonly ListedFault[] = [
  inFile(connectionsRefused, 'connections-refused'),
  inFile(blackHole, 'black-hole'),
  inFile(slowBeyondTheLimit, 'slow-beyond-the-limit'),
  inFile(answers503, 'answers-503'),
  inFile(certificateNotTrusted, 'certificate-not-trusted'),
  inFile(certificateExpired, 'certificate-expired'),
  inFile(certificateOfAnotherName, 'certificate-of-another-name'),
  inFile(dnsNameGone, 'dns-name-gone'),
  inFile(clientSecretRotated, 'client-secret-rotated'),
  inFile(idpHangs, 'idp-hangs'),
  inFile(idpKilled, 'idp-killed'),
];
