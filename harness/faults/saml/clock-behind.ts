/** The clock of a SAML identity provider goes ten minutes behind (C-03). SAML Core 2.0 §2.5.1.2. */

import { clockMoved } from '../clock-moved.ts';
import type { Fault } from '../fault.ts';
import { seenBySamlSignIn } from './observing.ts';

const byMs = -600_000;

export const samlClockBehind = {
  ...clockMoved({
    name: 'idp.saml-clock-behind',
    title: 'The clock of the SAML identity provider goes ten minutes behind.',
    meets: 'sso.saml-response.confirmation-expired',
    bySeconds: byMs / 1000,
  }),
  family: 'saml',
  observe: seenBySamlSignIn((seen) => 'issuedAtMs' in seen && Math.abs(seen.issuedAtMs - Date.now() - byMs) < 60_000),
} as const satisfies Fault;
