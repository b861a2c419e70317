/** One break-glass submission: gathers every fact, judges them, and starts the session only after its start is on record. */
import { type Answer, hostCookie, redirectAnswer } from '../../../kernel/answer.ts';
import { sessionCookies } from '../../../kernel/authentication.ts';
import { newReference } from '../../../kernel/reference.ts';
import { demand, type SafeFacts } from '../../../kernel/refusal.ts';
import { judge } from '../../../kernel/rule.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import type { Parts } from '../parts.ts';
import type { Account, Credential } from '../stored/accounts.ts';
import type { Ceremony } from '../stored/ceremonies.ts';
import { type Assertion, readAssertion, rpIdHashOf } from '../webauthn/assertion.ts';
import type { LoginFacts } from './rules.ts';

type Gathered = Omit<LoginFacts, 'start' | 'accountUnchanged'>;
type Found = {
  readonly account: Account | undefined;
  readonly credential: Credential | undefined;
  readonly assertion: Assertion | undefined;
};

/** Sets the session cookie and leads to AdminHub. Throws `Refusal` with a code of `break-glass.login`. */
export async function signIn(parts: Parts, request: ServiceRequest): Promise<Answer> {
  const { sessions, accounts, config } = parts;
  const ceremony = parts.ceremonies.take('sign-in', request.form.ceremony ?? '');
  const found = find(parts, request);
  const gathered = await gather(parts, { request, ceremony, ...found });
  const safeFacts = { account: found.account?.name ?? 'unknown' };
  const start = judge(parts.policy.tables.login, { ...gathered, start: 'recorded', accountUnchanged: true }).allowed
    ? await recordStart(parts, request, safeFacts)
    : 'lost';
  // Somebody else may have signed in, or registered, while the start was recorded: what is stored is read once more.
  const now = found.account && accounts.find(found.account.name);
  const key = found.credential && accounts.credential(found.credential.id);
  const signCount = counted(found.assertion?.signCount ?? 0, key?.signCount ?? 0);
  const accountUnchanged = now?.registered?.atMs === found.account?.registered?.atMs;
  demand(parts.policy.tables.login, { ...gathered, signCount, start, accountUnchanged }, safeFacts);
  const name = found.account?.name;
  if (name === undefined) throw new TypeError('a table without its account rule let nobody in');
  if (found.credential && found.assertion) accounts.counted(found.credential.id, found.assertion.signCount);
  const { id, session } = sessions.start(name);
  const cookie = hostCookie(sessionCookies.breakGlass, id, {
    maxAgeSeconds: Math.floor(config.sessionAbsoluteMs / 1000),
    sameSite: 'Strict',
  });
  const endsAtMs = session.startedAtMs + config.sessionAbsoluteMs;
  return redirectAnswer('/', { cookies: [cookie], actor: name, facts: { ...safeFacts, endsAtMs } });
}

function find({ accounts }: Parts, { form }: ServiceRequest): Found {
  const assertion = readAssertion(form.assertion ?? '');
  return { account: accounts.find(form.account ?? ''), credential: assertion && accounts.credential(assertion.credentialId), assertion };
}

async function gather(
  parts: Parts,
  asked: Found & { readonly request: ServiceRequest; readonly ceremony: Ceremony | undefined },
): Promise<Gathered> {
  const { account, credential, assertion, request, ceremony } = asked;
  const peerAddressListed = parts.listed.includes(request.peer);
  const password = peerAddressListed ? await checkPassword(parts, account, request.form.password ?? '') : 'not-checked';
  const proof =
    peerAddressListed && assertion ? await prove(parts, { assertion, credential, challenge: ceremony?.challenge ?? '' }) : 'not-asked';
  return {
    peerAddressListed,
    accountState: account === undefined ? 'unknown' : account.registered ? 'open' : 'not-registered',
    password,
    key: whoseKey(asked),
    ceremonyOpen: ceremony !== undefined,
    challengeMatches: ceremony !== undefined && assertion?.challenge === ceremony.challenge,
    originMatches: assertion?.origin === parts.origin,
    crossOrigin: assertion?.crossOrigin ?? false,
    rpIdMatches: assertion?.rpIdHash === rpIdHashOf(parts.config.adminHost),
    userHandleMatches: credential !== undefined && assertion?.userHandle === credential.userHandle,
    userPresent: assertion?.flags.userPresent ?? false,
    userVerified: assertion?.flags.userVerified ?? false,
    mayBeBackedUp: assertion?.flags.mayBeBackedUp ?? false,
    proof,
    signCount: counted(assertion?.signCount ?? 0, credential?.signCount ?? 0),
  };
}

/** Hashes exactly once, for a known account and for an unknown one. */
async function checkPassword({ hashing, decoy }: Parts, account: Account | undefined, password: string): Promise<LoginFacts['password']> {
  const matches = await hashing.matches(account?.registered?.passwordHash ?? decoy.passwordHash, password);
  return matches && account?.registered ? 'matches' : 'differs';
}

async function prove(
  { policy, origin, config, decoy }: Parts,
  {
    assertion,
    credential,
    challenge,
  }: { readonly assertion: Assertion; readonly credential: Credential | undefined; readonly challenge: string },
): Promise<LoginFacts['proof']> {
  const publicKey = credential?.publicKey ?? decoy.publicKey;
  const valid = await policy.verifyAssertion({ json: assertion.json, challenge, origin, rpId: config.adminHost, publicKey });
  return valid && credential !== undefined ? 'valid' : 'refused';
}

function whoseKey({ account, credential, assertion, request }: Found & { readonly request: ServiceRequest }): LoginFacts['key'] {
  if ((request.form.assertion ?? '') === '') return 'absent';
  if (assertion === undefined) return 'unreadable';
  if (credential === undefined) return 'unknown';
  return account !== undefined && credential.account === account.name && account.registered?.credentialId === credential.id
    ? 'own'
    : 'of-another-account';
}

/** WebAuthn L3 §6.1.1: two zeros mean that the authenticator does not count. */
const counted = (now: number, before: number): LoginFacts['signCount'] => {
  if (now === 0 && before === 0) return 'not-used';
  return now > before ? 'advanced' : 'not-advanced';
};

/** A record of its own, with a reference of its own; `submission` joins it with the decision. */
async function recordStart(
  { audit, random, log }: Parts,
  { reference, peer }: ServiceRequest,
  facts: SafeFacts & { readonly account: string },
): Promise<LoginFacts['start']> {
  const entry = {
    reference: newReference(random),
    event: 'break-glass.session.started',
    code: 'allowed',
    actor: facts.account,
    // Not the answer to a request: the submission's own record holds the address.
    peer: '',
  } as const;
  try {
    await audit.append({ ...entry, facts: { ...facts, submission: reference, from: peer } });
    return 'recorded';
  } catch (error) {
    log.error('the start of a break-glass session could not be recorded, and the sign-in was refused', error);
    return 'lost';
  }
}
