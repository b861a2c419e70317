/** Histories in which records and answers do not belong together, and honest ones in which somebody answered was no actor of ours, or an answer was lost. */
import type { RunEvidence } from '../../harness/checkers/index.ts';
import { networks, relyingParty } from '../../harness/fixtures/fixtures.ts';
import type { AuditRecord } from '../../harness/target/target.ts';
import type { Operation } from '../../harness/verdict/results.ts';
import type { Crossing } from '../../system/kernel/ports.ts';
import { record, reference } from './audit-record.ts';

const called = 'idpca-lledu-sbyit-self0';
const noBody = new Uint8Array();

/** What the tap hears of one exchange with the identity provider: its request, and our answer. */
function exchange(method: 'GET' | 'POST', uri: string, from = 'customer'): readonly Crossing[] {
  const { host, pathname } = new URL(uri);
  const common = { channel: 'https', atMs: 1, reference: called, body: noBody };
  return [
    { ...common, from, to: 'isolated', head: `${method} ${pathname}\r\nhost: ${host}` },
    { ...common, from: 'isolated', to: from, head: `200\r\ntempered-reference: ${called}` },
  ];
}
const loggedOut = exchange('POST', relyingParty.backChannelLogoutUri);
const keysFetched = exchange('GET', relyingParty.jwksUri);
const ofCall = (change: Partial<AuditRecord> = {}): AuditRecord =>
  record({
    reference: called,
    event: 'sso.back-channel-logout.received',
    actor: 'anonymous',
    peer: networks.idp,
    kind: 'answer',
    ...change,
  });
const withCall = (crossings: readonly Crossing[], ...records: readonly AuditRecord[]): Partial<RunEvidence> => ({
  crossings,
  records: [record(), ...records],
});

const broken = (from: string, atMs = 5): Operation => ({
  actor: 'user uma',
  verb: 'open tracker /',
  from,
  phase: 'act',
  invokedAtMs: atMs,
  endedAtMs: atMs + 10,
  outcome: { kind: 'fault', symptom: 'reset', detail: 'cut' },
});
const orphan = (number: number, change: Partial<AuditRecord> = {}): AuditRecord =>
  record({
    reference: `nobod-yaske-dfort-his${String(number).padStart(2, '0')}`,
    event: 'tracker.issues.listed',
    kind: 'answer',
    ...change,
  });
/** Somebody sent bytes, and was refused before all of them were read. */
const rawRefused: Operation = {
  ...broken('hq'),
  verb: 'send a raw request, posting',
  outcome: { kind: 'refused', code: 'edge.request.coding-not-served', shown: '501', reference },
};
const rest = (number: number, change: Partial<AuditRecord> = {}): AuditRecord =>
  orphan(number, { event: 'edge.request.received', code: 'edge.request.malformed', log: 'edge', atMs: 12, ...change });
const unasked = (change: Partial<RunEvidence>): Partial<RunEvidence> => ({ crossings: [], ...change });

export const forgedDecisions: readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[] = [
  {
    kind: 'a call of the identity provider that was recorded twice',
    change: withCall(loggedOut, ofCall(), ofCall({ log: 'edge' })),
    finding: `the answer ${called} has 2 audit records`,
  },
  {
    kind: 'a call of the identity provider without a record',
    change: withCall(loggedOut),
    finding: `the answer ${called} has 0 audit records`,
  },
  {
    kind: 'a record of a call of the identity provider that nobody heard',
    change: withCall([], ofCall()),
    finding: `the record ${called} (sso.back-channel-logout.received) belongs to no answer`,
  },
  {
    kind: 'a record that names the identity provider, of a place that it has no business at',
    change: withCall(exchange('GET', 'https://tracker.acme.isolated.test/issues'), ofCall({ event: 'tracker.issues.listed' })),
    finding: `the record ${called} (tracker.issues.listed) belongs to no answer`,
  },
  {
    kind: 'a call of somebody else to where the identity provider calls, which nobody made',
    change: withCall(exchange('GET', relyingParty.jwksUri, 'user'), ofCall({ event: 'sso.client-keys.shown', peer: networks.home })),
    finding: `the record ${called} (sso.client-keys.shown) belongs to no answer`,
  },
  {
    kind: 'a record that names the identity provider, and an answer that was lost somewhere else',
    change: { ...withCall([], ofCall()), operations: [broken('hq')] },
    finding: `the record ${called} (sso.back-channel-logout.received) belongs to no answer`,
  },
  {
    kind: 'a record from one network, and an answer that was lost in another one',
    change: unasked({ operations: [broken('home')], records: [record(), orphan(1)] }),
    finding: 'the record nobod-yaske-dfort-his01 (tracker.issues.listed) belongs to no answer',
  },
  {
    kind: 'two rests of one request that was refused',
    change: unasked({ operations: [rawRefused], records: [record(), rest(1), rest(2)] }),
    finding: 'the record nobod-yaske-dfort-his02 (edge.request.received) belongs to no answer',
  },
  {
    kind: 'a rest of a request long after it was refused',
    change: unasked({ operations: [rawRefused], records: [record(), rest(1, { atMs: 60_000 })] }),
    finding: 'the record nobod-yaske-dfort-his01 (edge.request.received) belongs to no answer',
  },
  {
    kind: 'a decision that nobody asked for, beside a request that was refused',
    change: unasked({ operations: [rawRefused], records: [record(), orphan(1, { atMs: 12 })] }),
    finding: 'the record nobod-yaske-dfort-his01 (tracker.issues.listed) belongs to no answer',
  },
  {
    kind: 'a record that nobody asked for, in a network in which somebody was stopped by a page of another house',
    change: unasked({
      operations: [{ ...broken('hq'), outcome: { kind: 'fault', symptom: 'stopped-elsewhere', detail: 'gateway.acme.test shows 429' } }],
      records: [record(), orphan(1)],
    }),
    finding: 'the record nobod-yaske-dfort-his01 (tracker.issues.listed) belongs to no answer',
  },
];

export const honestDecisions: readonly { readonly kind: string; readonly change: Partial<RunEvidence> }[] = [
  { kind: 'the identity provider says that a session has ended', change: withCall(loggedOut, ofCall()) },
  { kind: 'the identity provider fetches our key', change: withCall(keysFetched, ofCall({ event: 'sso.client-keys.shown' })) },
  {
    kind: 'the identity provider’s call is refused',
    change: withCall(loggedOut, ofCall({ code: 'sso.logout-token.signature-wrong' })),
  },
];

/** As many broken operations as there are records of answers that nobody got, all of them from a network in which nothing broke. */
export const manyLostElsewhere: Partial<RunEvidence> = unasked({
  operations: Array.from({ length: 142 }, () => broken('attacker')),
  records: [record(), ...Array.from({ length: 142 }, (_, at) => orphan(at))],
});

/** The edge read what followed as another request. */
export const restOfARefused: Partial<RunEvidence> = unasked({ operations: [rawRefused], records: [record(), rest(1)] });
