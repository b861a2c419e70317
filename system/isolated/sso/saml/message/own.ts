/** What every message of ours begins with, and an id that nobody can guess. SAML Core 2.0 §1.3.4, §3.2.1. */
import type { Random } from '../../../../kernel/ports.ts';
import { writeInstant } from '../instant.ts';
import { namespaces } from '../xml/tree.ts';
import { type Written, xml } from '../xml/write.ts';

/** 160 bits, in a form that is a name. */
export const newMessageId = (random: Random): string => `_${Buffer.from(random.bytes(20)).toString('hex')}`;

export type Heading = { readonly id: string; readonly nowMs: number; readonly destination: string; readonly entityId: string };

/** The attributes that all messages share. */
export const headingOf = ({ id, nowMs, destination }: Heading): Written => xml`
  xmlns:samlp="${namespaces.protocol}" xmlns:saml="${namespaces.assertion}" ID="${id}" Version="2.0" 
  IssueInstant="${writeInstant(nowMs)}" Destination="${destination}"`;

export const issuerOf = ({ entityId }: Heading): Written => xml`<saml:Issuer>${entityId}</saml:Issuer>`;
