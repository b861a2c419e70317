/** Histories of sign-ins: good ones, and such in which the record and the answer say different things. */
import type { RunEvidence } from '../../harness/checkers/index.ts';
import { record, reference } from './audit-record.ts';

const callback = 'https://login.acme.isolated.test/callback';
const other = 'other-other-other-other';
const answered = (status: number, place = callback, named = reference) => ({ place, status, reference: named });
const completed = (code: string, named = reference) => record({ reference: named, event: 'sso.sign-in.completed', code });
const opening = {
  from: 'isolated',
  to: 'user',
  channel: 'https',
  atMs: 1,
  head: `303\r\ntempered-reference: ${reference}\r\nset-cookie: __Host-sso=abcdefgh; Path=/; Secure`,
  body: new Uint8Array(),
};

export const honestSignIns: Partial<RunEvidence> = {
  answers: [answered(303), answered(403, 'https://login.acme.isolated.test/saml/acs', other)],
  records: [completed('allowed'), completed('sso.callback.too-late', other)],
  crossings: [opening, { ...opening, head: `403\r\ntempered-reference: ${other}\r\nset-cookie: __Host-sso=; Max-Age=0` }],
};

export const forgedSignIns: readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[] = [
  {
    kind: 'a sign-in without a record',
    change: { ...honestSignIns, records: [completed('sso.callback.too-late', other)] },
    finding: `the sign-in ${reference} has 0 audit records`,
  },
  {
    kind: 'a sign-in with two records',
    change: { ...honestSignIns, records: [completed('allowed'), completed('allowed'), completed('sso.callback.too-late', other)] },
    finding: `the sign-in ${reference} has 2 audit records`,
  },
  {
    kind: 'a session for a sign-in that was refused',
    change: { ...honestSignIns, records: [completed('sso.id-token.nonce-mismatch'), completed('sso.callback.too-late', other)] },
    finding: `the sign-in ${reference} opened a session, and its record says sso.sign-in.completed: sso.id-token.nonce-mismatch`,
  },
  {
    kind: 'a sign-in that was allowed on paper only',
    change: { ...honestSignIns, crossings: [] },
    finding: `the sign-in ${reference} opened no session, and its record allows it`,
  },
  {
    kind: 'a sign-in that was refused on paper only',
    change: { answers: [answered(303)], records: [completed('sso.callback.too-late')], crossings: [] },
    finding: `the sign-in ${reference} was answered with 303, and its record says sso.callback.too-late`,
  },
  {
    kind: 'a test of settings that signed somebody on',
    change: {
      answers: [answered(303)],
      records: [{ ...completed('allowed'), facts: { settingsTest: true } }],
      crossings: [opening],
    },
    finding: `the sign-in ${reference} opened a session, and its record says that it was a test of settings`,
  },
];
