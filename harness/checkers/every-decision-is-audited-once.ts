/** Every answer that an actor or the identity provider got has exactly one audit record, with the same reference and the address that it was asked from; and no record of an answer lacks it (G-04, B-11). */
import { type NetworkName, networks, relyingParty } from '../fixtures/fixtures.ts';
import type { AuditRecord } from '../target/target.ts';
import type { Operation } from '../verdict/results.ts';
import type { Checker, HeardAnswer, RunEvidence } from './checker.ts';
import { requestOf } from './let-through.ts';

const isAnswer = ({ kind, peer }: AuditRecord): boolean => (kind === undefined ? peer !== '' : kind === 'answer');
const ofOurs = ({ place }: HeardAnswer): boolean => new URL(place).hostname.endsWith('.isolated.test');

/** The address that a record must name: that of the network of the operation which ended with it. */
function addresses({ operations }: RunEvidence): ReadonlyMap<string, string> {
  const pairs = operations.flatMap(({ from, outcome }): (readonly [string, string])[] => {
    const address = networks[from as NetworkName];
    return (outcome.kind === 'ok' || outcome.kind === 'refused') && address !== undefined ? [[outcome.reference, address]] : [];
  });
  return new Map(pairs);
}

/** Where the identity provider itself calls: OIDC Back-Channel Logout 1.0 §2.5, and the keys of private_key_jwt (OIDC Core 1.0 §9). */
const idpCalls: ReadonlySet<string> = new Set([`POST ${relyingParty.backChannelLogoutUri}`, `GET ${relyingParty.jwksUri}`]);

function placeOf(head: string): string {
  const { method, host, path } = requestOf(head);
  return `${method} https://${host}${path}`;
}

/** References of what the identity provider was answered: no actor hears it, but the tap does. */
function answeredToIdp({ crossings }: RunEvidence): ReadonlySet<string> {
  const answered = new Set(crossings.flatMap(({ from, reference = '' }) => (from === 'isolated' ? [reference] : [])));
  const called = crossings.filter(({ from, to, head }) => from === 'customer' && to === 'isolated' && idpCalls.has(placeOf(head)));
  return new Set(called.flatMap(({ reference }) => (reference !== undefined && answered.has(reference) ? [reference] : [])));
}

/** An operation that broke on its way may have lost an answer. Whoever was stopped by a page of another house has read all of ours. */
const mayHaveLostOne = ({ outcome }: Operation): boolean =>
  outcome.kind === 'unknown' || (outcome.kind === 'fault' && outcome.symptom !== 'stopped-elsewhere');

/** What follows a request that was refused in the middle of its bytes is read as another one, recorded, and answered to nobody, because the first answer ends the connection. */
const isRest = ({ event, code }: AuditRecord): boolean => event === 'edge.request.received' && code === 'edge.request.malformed';
const sentBytes = ({ verb, outcome }: Operation): boolean => verb.startsWith('send a raw request') && outcome.kind === 'refused';
/** How long after its answer the rest of a request may still be read. */
const restWithinMs = 1000;

/** Whether an operation of this very network explains that nobody got the answer of a record. */
function explains(operation: Operation, record: AuditRecord): boolean {
  if (networks[operation.from as NetworkName] !== record.peer) return false;
  const { invokedAtMs, endedAtMs } = operation;
  const sentIt = sentBytes(operation) && record.atMs >= invokedAtMs && record.atMs <= endedAtMs + restWithinMs;
  return mayHaveLostOne(operation) || (isRest(record) && sentIt);
}

/** Records of answers that nobody got. One operation excuses one record. */
function orphans({ answers, records, operations }: RunEvidence, toIdp: ReadonlySet<string>): readonly AuditRecord[] {
  const asked = new Set(answers.map(({ reference }) => reference));
  const isHeard = ({ reference, peer }: AuditRecord): boolean => asked.has(reference) || (peer === networks.idp && toIdp.has(reference));
  const unasked = records.filter((record) => isAnswer(record) && !isHeard(record));
  const explaining = new Set(operations.filter((operation) => mayHaveLostOne(operation) || sentBytes(operation)));
  // Rests go first: what explains nothing else is used for them.
  const inTurn = unasked.toSorted((one, other) => Number(isRest(other)) - Number(isRest(one)));
  return inTurn.filter((record) => {
    const candidates = [...explaining].filter((operation) => explains(operation, record));
    const used = candidates.find(sentBytes) ?? candidates[0];
    return used === undefined || !explaining.delete(used);
  });
}

function referencesIn({ answers }: RunEvidence): readonly string[] {
  return answers.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
}

function findings(evidence: RunEvidence, toIdp: ReadonlySet<string>): readonly string[] {
  const { answers, records } = evidence;
  const recorded = Map.groupBy(records, ({ reference }) => reference);
  const wrong = [...new Set([...referencesIn(evidence), ...toIdp])].flatMap((reference) => {
    const count = recorded.get(reference)?.length ?? 0;
    return count === 1 ? [] : [`the answer ${reference} has ${count} audit records`];
  });
  const nameless = answers
    .filter((answer) => answer.reference === undefined && ofOurs(answer))
    .map(({ place }) => `an answer of ${place} has no reference`);
  const elsewhere = [...addresses(evidence)].flatMap(([reference, address]) =>
    (recorded.get(reference) ?? [])
      .filter(({ peer }) => peer !== address)
      .map(({ peer }) => `the record ${reference} names the address ${peer || 'nobody'}, and it was asked from ${address}`),
  );
  const alone = orphans(evidence, toIdp).map(({ reference, event }) => `the record ${reference} (${event}) belongs to no answer`);
  return [...wrong, ...nameless, ...elsewhere, ...alone];
}

export const everyDecisionIsAuditedOnce: Checker = {
  name: 'every-decision-is-audited-once',
  claim: 'Every answer has exactly one audit record, from the right address, and every such record its answer',
  cites: ['G-04', 'B-11'],
  unit: 'answers',
  look: (evidence) => {
    const toIdp = answeredToIdp(evidence);
    return { examined: referencesIn(evidence).length + toIdp.size, findings: findings(evidence, toIdp) };
  },
  withCanary: (evidence) => ({
    ...evidence,
    answers: [...evidence.answers, { place: 'https://tracker.acme.isolated.test/', status: 200, reference: 'canar-ycana-rycan-aryca' }],
  }),
};
