/** The faults of the way to the identity provider that a scenario can name. */
import { type ListedFault, listed } from '../listed-fault.ts';
import { answers500 } from './answers-500.ts';
import { answers502 } from './answers-502.ts';
import { answers503 } from './answers-503.ts';
import { answers504 } from './answers-504.ts';
import { answersBreakOff } from './answers-break-off.ts';
import { blackHole } from './black-hole.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateNotTrusted } from './certificate-not-trusted.ts';
import { certificateOfAnotherName } from './certificate-of-another-name.ts';
import { connectionsRefused } from './connections-refused.ts';
import { discoveryOversized } from './discovery-oversized.ts';
import { discoveryTruncated } from './discovery-truncated.ts';
import { dnsNameGone } from './dns-name-gone.ts';
import { dnsNameLeadsElsewhere } from './dns-name-leads-elsewhere.ts';
import { drippingBody } from './dripping-body.ts';
import { flapping } from './flapping.ts';
import { keysOfAnotherContentType } from './keys-of-another-content-type.ts';
import { redirectsForEver } from './redirects-for-ever.ts';
import { slowBeyondTheLimit } from './slow-beyond-the-limit.ts';
import { slowToConnect } from './slow-to-connect.ts';
import { tlsTooOld } from './tls-too-old.ts';

export {
  answers500,
  answers502,
  answers503,
  answers504,
  answersBreakOff,
  blackHole,
  certificateExpired,
  certificateNotTrusted,
  certificateOfAnotherName,
  connectionsRefused,
  discoveryOversized,
  discoveryTruncated,
  dnsNameGone,
  dnsNameLeadsElsewhere,
  drippingBody,
  flapping,
  keysOfAnotherContentType,
  redirectsForEver,
  slowBeyondTheLimit,
  slowToConnect,
  tlsTooOld,
};

export const networkFaults: readonly ListedFault[] = listed('network', {
  'connections-refused': connectionsRefused,
  'black-hole': blackHole,
  'slow-beyond-the-limit': slowBeyondTheLimit,
  'answers-503': answers503,
  'certificate-not-trusted': certificateNotTrusted,
  'certificate-expired': certificateExpired,
  'certificate-of-another-name': certificateOfAnotherName,
  'dns-name-gone': dnsNameGone,
  'answers-500': answers500,
  'answers-502': answers502,
  'answers-504': answers504,
  'redirects-for-ever': redirectsForEver,
  'tls-too-old': tlsTooOld,
  'slow-to-connect': slowToConnect,
  'dripping-body': drippingBody,
  'answers-break-off': answersBreakOff,
  'dns-name-leads-elsewhere': dnsNameLeadsElsewhere,
  flapping: flapping,
  'discovery-truncated': discoveryTruncated,
  'discovery-oversized': discoveryOversized,
  'keys-of-another-content-type': keysOfAnotherContentType,
});
