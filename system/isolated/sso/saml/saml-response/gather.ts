/** Gathers everything there is to judge about one SAML response: parsed once, verified over its own bytes, read from what was signed (S9, I-07). */
import type { SamlSettings } from '../../../../kernel/idp-settings.ts';
import { judge, type RuleTable } from '../../../../kernel/rule.ts';
import { handleOf, sameSecret } from '../../../../kernel/secret-handle.ts';
import type { IdpCertificate } from '../certificates.ts';
import { judgedSignatures } from '../signature/judged.ts';
import type { VerifySignature } from '../signature/verify.ts';
import { type Parsed, parse, type XmlElement } from '../xml/tree.ts';
import { type AssertionContent, noAssertion, readAssertion } from './assertion.ts';
import type { EnvelopeFacts, Expected, RequestFacts, ResponseFacts } from './facts.ts';
import { assertionIn, closedAssertionIn, decoded, envelopeOf, messageOf } from './read-message.ts';
import { messageRules } from './rules/message.ts';
import type { SecondOpinion } from './second-opinion.ts';

/** Kept under the hash of the request's id, once. */
export type SamlTransaction = {
  readonly handOver: string;
  /** The hash of the RelayState that went along. */
  readonly relayState: string;
  readonly idpEntityId: string;
  readonly startedAtMs: number;
};

export type Received = {
  /** The fields of the form, as they came. */
  readonly samlResponse: string;
  readonly relayState: string | undefined;
  /** The request that this browser made, by its cookie. */
  readonly browserRequestId: string | undefined;
};
export type Gathering = {
  readonly expected: Expected;
  /** Whose signatures count. */
  readonly certificates: readonly IdpCertificate[];
  readonly decryptionKeyPem: string;
  readonly aheadMs: number;
  readonly verifySignature: VerifySignature;
  readonly secondOpinion: SecondOpinion;
  /** By which the response is to be judged: decryption, signatures and the library cost more than anybody unknown may have for nothing, so what is refused by its text and envelope comes to none of them. */
  readonly rules: RuleTable<ResponseFacts>;
  /** Takes the attempt out of the store: whatever comes of this answer, there is no second one. */
  takeTransaction(requestIdHash: string): SamlTransaction | undefined;
  /** Notes that an assertion with this id was brought, and says whether that was so before. */
  noteBrought(assertionIdHash: string): boolean;
};
export type Gathered = { readonly facts: ResponseFacts; readonly transaction: SamlTransaction | undefined };

/** What the settings demand, as facts. */
export const expectedBy = (
  settings: SamlSettings,
  own: { readonly nowMs: number; readonly entityId: string; readonly acsUrl: string },
): Expected => ({
  ...own,
  idpEntityId: settings.entityId,
  nameIdFormat: settings.nameIdFormat,
  authnContexts: settings.demandedAuthnContext,
  forceAuthn: settings.profile.forceAuthn,
  idpInitiated: settings.profile.idpInitiated,
  encryptedAssertionsOnly: settings.profile.encryptedAssertionsOnly,
  signedResponsesOnly: settings.profile.signedResponsesOnly,
});

/** Never throws for what came from outside: every message has facts, however broken it is. */
export async function gather(gathering: Gathering, received: Received): Promise<Gathered> {
  const { expected } = gathering;
  const outer = parse(decoded(received.samlResponse));
  const envelope = envelopeOf(outer.root);
  const transaction = gathering.takeTransaction(handleOf(envelope.inResponseTo ?? ''));
  const text: ResponseFacts = {
    expected,
    message: messageOf(received.samlResponse, outer, undefined),
    envelope,
    assertions: closedAssertionIn(outer),
    signatures: [],
    seenBefore: false,
    request: requestOf(received, transaction, { envelope, expected }),
    assertion: noAssertion,
    library: 'disagrees',
  };
  const facts = isWorthOpening(gathering, text) ? await opened(gathering, received, { outer, text }) : text;
  return { transaction, facts };
}

/** By the rules that are in force, and by those of text and envelope alone. */
const isWorthOpening = ({ rules }: Gathering, facts: ResponseFacts): boolean =>
  judge(
    rules.filter(({ code }) => messageRules.some((rule) => rule.code === code)),
    facts,
  ).allowed;

/** What decryption, the signatures and the second opinion add; each only when what came before it left anything to ask. */
async function opened(
  gathering: Gathering,
  received: Received,
  { outer, text }: { readonly outer: Parsed; readonly text: ResponseFacts },
): Promise<ResponseFacts> {
  const { facts: assertions, document, element } = await assertionIn(outer, gathering.decryptionKeyPem);
  const inner = document === outer ? undefined : document;
  const facts = { ...text, message: messageOf(received.samlResponse, outer, inner), assertions };
  if (!isWorthOpening(gathering, facts)) return facts;
  const signatures = signaturesIn(gathering, outer, { inner, element });
  const assertion = readAssertion(signatures.find(({ facts: { of } }) => of === 'assertion')?.signedBytes);
  return {
    ...facts,
    signatures: signatures.map((signature) => signature.facts),
    seenBefore: assertion !== undefined && gathering.noteBrought(handleOf(`${assertion.issuer} ${assertion.id}`)),
    assertion: assertion ?? noAssertion,
    // Nor is a text that could have more than one reading shown to the library.
    library:
      assertion && !outer.lexis.doctype
        ? await opinion(gathering, received, { requestId: text.envelope.inResponseTo, assertion })
        : 'disagrees',
  };
}

function signaturesIn(
  { certificates, verifySignature: verify }: Gathering,
  outer: Parsed,
  { inner, element }: { readonly inner: Parsed | undefined; readonly element: XmlElement | undefined },
) {
  const judging = { certificates, verify };
  const message = outer.root ? [{ element: outer.root, as: 'message' as const }] : [];
  const assertion = element ? [{ element, as: 'assertion' as const }] : [];
  return inner
    ? [...judgedSignatures(outer, { ...judging, signable: message }), ...judgedSignatures(inner, { ...judging, signable: assertion })]
    : judgedSignatures(outer, { ...judging, signable: [...message, ...assertion] });
}

function requestOf(
  { relayState, browserRequestId }: Received,
  transaction: SamlTransaction | undefined,
  { envelope, expected }: { readonly envelope: EnvelopeFacts; readonly expected: Expected },
): RequestFacts {
  const same = transaction !== undefined && relayState !== undefined && sameSecret(handleOf(relayState), transaction.relayState);
  return {
    known: transaction !== undefined,
    startedAtMs: transaction?.startedAtMs ?? Number.NEGATIVE_INFINITY,
    browserMatches: browserRequestId !== undefined && sameSecret(browserRequestId, envelope.inResponseTo ?? ''),
    sameIdp: transaction?.idpEntityId === expected.idpEntityId,
    relayState: relayState === undefined || relayState === '' ? 'missing' : same ? 'same' : 'other',
  };
}

/** Only about an assertion that was verified is the library asked. */
async function opinion(
  { expected, certificates, decryptionKeyPem, aheadMs, secondOpinion }: Gathering,
  { samlResponse }: Received,
  { requestId, assertion }: { readonly requestId: string | undefined; readonly assertion: AssertionContent },
): Promise<ResponseFacts['library']> {
  const ours = { issuer: assertion.issuer, nameId: assertion.nameId?.value };
  const asked = {
    samlResponse,
    certificatePems: certificates.map(({ pem }) => pem),
    decryptionKeyPem,
    entityId: expected.entityId,
    acsUrl: expected.acsUrl,
    idpEntityId: expected.idpEntityId,
    requestId,
    signedResponsesOnly: expected.signedResponsesOnly,
    nowMs: expected.nowMs,
    aheadMs,
  };
  return secondOpinion(asked, ours);
}
