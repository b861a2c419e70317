/** Break-glass: the sealed way to AdminHub when the identity provider is gone, with a store and a signing key of its own (S12). */
import type { RequestListener } from 'node:http';
import type { AuthenticationAnswer, AuthenticationQuestion } from '../../kernel/authentication.ts';
import { type ContextIssuer, verifying } from '../../kernel/context-rules.ts';
import { contextSigner } from '../../kernel/context-signer.ts';
import type { LinkAnswer, LinkRequest } from '../../kernel/registration-link.ts';
import type { Service } from '../../kernel/service.ts';
import { type BreakGlassConfigInput, breakGlassConfigSchema } from './config.ts';
import { type BreakGlassPorts, breakGlassParts } from './parts.ts';
import { type BreakGlassPolicy, releasedBreakGlassPolicy } from './policy.ts';
import { deskHandler } from './registration-link/desk-handler.ts';
import { issueLink } from './registration-link/issue.ts';
import { breakGlassService } from './service.ts';
import { decide, type SessionEnd, sessionEnd } from './session/decide.ts';

export type BreakGlass = {
  /** Actions for the admin host, behind the ingress. */
  readonly service: Service;
  /** For the ingress: one session, one request. */
  decide(question: AuthenticationQuestion): Promise<AuthenticationAnswer>;
  /** Whose tokens AdminHub accepts on the channel `break-glass`. */
  readonly contextIssuer: ContextIssuer;
  issueLink(request: LinkRequest): Promise<LinkAnswer>;
  /** The same over a hop, for `listenForRole({ accepts: 'support-desk' })`. */
  readonly deskHandler: RequestListener;
  /** For AdminHub's pages, by the `sid` of a context token; undefined when the session is gone. */
  sessionEnd(handle: string): SessionEnd | undefined;
};

/** Throws a ZodError that names every setting that cannot be used; an empty list of authenticators is one (S15). */
export async function createBreakGlass(
  config: BreakGlassConfigInput,
  ports: BreakGlassPorts,
  policy: BreakGlassPolicy = releasedBreakGlassPolicy,
): Promise<BreakGlass> {
  const parsed = breakGlassConfigSchema.parse(config);
  const parts = await breakGlassParts(parsed, ports, policy);
  const signer = await contextSigner(`https://${parsed.adminHost}/break-glass`, { ...ports, purpose: 'break-glass-context' });
  const issue = (request: LinkRequest): Promise<LinkAnswer> => issueLink(parts, request);
  return {
    service: breakGlassService(parts),
    decide: (question) => decide(parts, signer, question),
    contextIssuer: verifying(signer, 'break-glass'),
    issueLink: issue,
    deskHandler: deskHandler(issue, ports.log),
    sessionEnd: (handle) => sessionEnd(parts, handle),
  };
}

export { registrationLinkPath } from '../../kernel/registration-link.ts';
export { type BreakGlassConfigInput, breakGlassConfigSchema } from './config.ts';
export { type LoginFacts, type LoginRefusal, loginRules } from './login/rules.ts';
export { argon2id, type PasswordHashing } from './password-hashing.ts';
export { type BreakGlassPolicy, type ProfileDeparture, profileDepartures, releasedBreakGlassPolicy } from './policy.ts';
export { provisionBreakGlass } from './provision.ts';
export { passwordRefusal } from './registration/password-policy.ts';
export { type RegistrationFacts, type RegistrationRefusal, registrationRules } from './registration/rules.ts';
export type { LinkRequestRefusal } from './registration-link/rules.ts';
export { type SessionFacts, type SessionRefusal, sessionRules } from './session/rules.ts';
export type { SignOutRefusal } from './sign-out/rules.ts';
export type { AccountName } from './stored/accounts.ts';
export type { AssertionClaim } from './webauthn/assertion.ts';
export type { AttestationClaim } from './webauthn/attestation.ts';
