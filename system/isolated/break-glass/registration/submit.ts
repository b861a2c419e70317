/** One registration: gathers every fact about link, password and attestation, judges them, and only then replaces the account's password and key together (D-07). */
import { type Answer, pageAnswer } from '../../../kernel/answer.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { registeredPage } from '../pages.ts';
import type { Parts } from '../parts.ts';
import type { Ceremony } from '../stored/ceremonies.ts';
import type { Link } from '../stored/links.ts';
import { linkName } from '../stored/links.ts';
import { rpIdHashOf } from '../webauthn/assertion.ts';
import { type Attestation, type ProvenCredential, readAttestation } from '../webauthn/attestation.ts';
import { followChain } from '../webauthn/attestation-chain.ts';
import { passwordFacts } from './password-policy.ts';
import type { RegistrationFacts } from './rules.ts';

/** Never hardware: the virtual authenticators of Chromium, whose model and key are public. */
const denied = {
  models: new Set(['01020304-0506-0708-0102-030405060708', '00000000-0000-0000-0000-000000000000']),
  publicKeys: new Set(['c98993ec4f77b4997a081a5e5990c7cf6b0ceeb7b27bc7312a3cc351921531a9']),
} as const;

type Submission = {
  readonly request: ServiceRequest;
  readonly link: Link | undefined;
  readonly ceremony: Ceremony | undefined;
  readonly attestation: Attestation | undefined;
};

/** A refusal leaves the link as it is, so that a person can try again; success uses it up. Throws `Refusal` with a code of `break-glass.registration`. */
export async function register(parts: Parts, request: ServiceRequest): Promise<Answer> {
  const token = request.form.link ?? '';
  const submission: Submission = {
    request,
    link: parts.links.find(token),
    ceremony: parts.ceremonies.take('registration', request.form.ceremony ?? ''),
    attestation: readAttestation(request.form.attestation ?? ''),
  };
  const { facts, credential } = await gather(parts, submission);
  const safeFacts = {
    account: submission.link?.account ?? 'unknown',
    ...(submission.link ? { link: linkName(token) } : {}),
    model: submission.attestation?.aaguid ?? 'none',
  };
  demand(parts.policy.tables.registration, facts, safeFacts);
  const { link, ceremony, attestation } = submission;
  if (!link || !ceremony || !attestation || !credential)
    throw new Refusal('break-glass.registration.attestation-library-refused', { cites: ['S15'], facts: safeFacts });
  const passwordHash = await parts.hashing.hash(request.form.password ?? '');
  if (!parts.links.use(token)) throw new Refusal('break-glass.registration.link-used', { cites: ['D-04'], facts: safeFacts });
  const registered = { ...credential, userHandle: ceremony.userHandle, aaguid: attestation.aaguid };
  const effect = (): void => {
    parts.accounts.register(link.account, { passwordHash, credential: registered, atMs: parts.clock.now() });
    parts.sessions.endAllOf(link.account);
  };
  return pageAnswer(registeredPage(parts.config.cloud), { actor: link.account, facts: safeFacts, effect });
}

type Proven = { readonly facts: RegistrationFacts; readonly credential: ProvenCredential | undefined };

async function gather(parts: Parts, submission: Submission): Promise<Proven> {
  const { request, link, ceremony, attestation } = submission;
  const peerAddressListed = parts.listed.includes(request.peer);
  const state = linkState(parts, link);
  const admitted = peerAddressListed && state === 'open';
  const account = link && parts.accounts.find(link.account);
  const password = await passwordFacts(request.form.password ?? '', {
    account,
    all: parts.accounts.all(),
    hashing: parts.hashing,
    hashes: admitted,
  });
  const credential = admitted && attestation ? await prove(parts, attestation, ceremony) : undefined;
  const facts: RegistrationFacts = {
    peerAddressListed,
    link: state,
    password,
    ceremonyOpen: ceremony !== undefined,
    key: (request.form.attestation ?? '') === '' ? 'absent' : attestation ? 'present' : 'unreadable',
    ...attestationFacts(parts, attestation, ceremony),
    proof: credential ? 'valid' : 'refused',
    credentialKnown: credential !== undefined && parts.accounts.credential(credential.id) !== undefined,
  };
  return { facts, credential };
}

function linkState({ clock }: Parts, link: Link | undefined): RegistrationFacts['link'] {
  if (link === undefined) return 'unknown';
  if (link.state !== 'open') return link.state;
  return clock.now() < link.endsAtMs ? 'open' : 'expired';
}

/** The library is asked about `packed` and `none` only: its verifiers of other formats bring roots of their own and reach for the network. */
async function prove(
  { policy, origin, config }: Parts,
  attestation: Attestation,
  ceremony: Ceremony | undefined,
): Promise<ProvenCredential | undefined> {
  if (!['packed', 'none'].includes(attestation.format)) return undefined;
  return policy.verifyAttestation({ json: attestation.json, challenge: ceremony?.challenge ?? '', origin, rpId: config.adminHost });
}

type AttestationFacts = Omit<
  RegistrationFacts,
  'peerAddressListed' | 'link' | 'password' | 'ceremonyOpen' | 'key' | 'proof' | 'credentialKnown'
>;

function attestationFacts(parts: Parts, attestation: Attestation | undefined, ceremony: Ceremony | undefined): AttestationFacts {
  const { chain, models } = followChain(attestation?.certificates ?? [], parts.roots, parts.clock.now());
  return {
    attestation: kindOf(attestation),
    denied:
      attestation !== undefined && (denied.models.has(attestation.aaguid) || denied.publicKeys.has(attestation.publicKeyDigest ?? '')),
    chain,
    modelListed: attestation !== undefined && models.has(attestation.aaguid),
    modelCertified: attestation !== undefined && attestation.certifiedAaguid === attestation.aaguid,
    challengeMatches: ceremony !== undefined && attestation?.challenge === ceremony.challenge,
    originMatches: attestation?.origin === parts.origin,
    crossOrigin: attestation?.crossOrigin ?? false,
    rpIdMatches: attestation?.rpIdHash === rpIdHashOf(parts.config.adminHost),
    userPresent: attestation?.flags.userPresent ?? false,
    userVerified: attestation?.flags.userVerified ?? false,
    mayBeBackedUp: attestation?.flags.mayBeBackedUp ?? false,
  };
}

function kindOf(attestation: Attestation | undefined): RegistrationFacts['attestation'] {
  if (attestation === undefined || attestation.format === 'none') return 'none';
  if (attestation.format !== 'packed') return 'of-another-format';
  return attestation.certificates.length > 0 ? 'certified' : 'self';
}
