/** What a scenario may know of the system under test: where it is, how to reset it, and how to read its records. The reference implementation is the first target, not the only one. */
import type { TargetClock } from '../ports/world-clock.ts';
import type { Operations } from './operations.ts';
import type { SamlSide } from './saml-side.ts';
import type { StartPage } from './start-page.ts';

export type AuditRecord = {
  readonly sequence: number;
  readonly atMs: number;
  readonly reference: string;
  readonly event: string;
  readonly code: string;
  readonly actor: string;
  readonly peer: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Which zone's log holds it. */
  readonly log: string;
  /** `answer`: the decision behind what some visitor was answered; `note`: something beside. Absent where a target cannot tell. */
  readonly kind?: 'answer' | 'note';
};

export type AuditVerification = { readonly log: string; readonly records: number; readonly whole: boolean; readonly problem?: string };

export type Message = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly URL[];
  readonly receivedAtMs: number;
};

/** PKCS #8. */
export type SigningKey = { readonly keyId: string; readonly privateKeyPem: string };
export type HandedOver = { readonly status: number; readonly reference: string };
/** A place inside the target that nobody outside can stand in: where the ingress stands, and what the keys that sign user contexts know. */
export type Inside = {
  readonly issuers: Readonly<Record<SigningPurpose, string>>;
  /** The key that signs now. */
  signingKey(purpose: SigningPurpose): Promise<SigningKey>;
  /** Hands a request with these user contexts, one to a header line, to the listener of a product, as the ingress would. `peer` is the address that the record will name. */
  handOver(request: {
    readonly product: InsideProduct;
    readonly path: string;
    readonly contexts: readonly string[];
    readonly peer: string;
  }): Promise<HandedOver>;
};
/** Whose listeners somebody who stands inside may hand requests to. */
export type InsideProduct = 'tracker' | 'admin-hub';
export type SigningPurpose = 'user-context' | 'break-glass-context';

export type Target = {
  readonly name: string;
  readonly origins: Readonly<Record<'login' | 'admin' | 'tracker' | 'wiki', URL>>;
  /** Everything as provisioned: stores, sessions, mailbox, clock. The audit logs go on. */
  reset(): Promise<void>;
  /** All audit records with this reference, from every log. */
  decision(reference: string): Promise<readonly AuditRecord[]>;
  /** Every record of every log since this target started, in order within a log. */
  auditRecords(): Promise<readonly AuditRecord[]>;
  verifyAudit(): Promise<readonly AuditVerification[]>;
  /** Resolves when everything that the target's observers have heard until now is known to the harness; rejects when it cannot be. */
  settled?(): Promise<void>;
  /** A cold start of everything, on what is stored now. */
  restart?(): Promise<void>;
  /** The desk mails a new one-time link to the account's address. */
  issueRegistrationLink?(account: string): Promise<void>;
  readonly mailbox?: { messages(address: string): Promise<readonly Message[]> };
  /** The customer's personnel system, whose feed the target imports. */
  readonly hrFeed?: { publish(bytes: Uint8Array | string, status?: number): void };
  /** The public name system, as the target asks it for proofs of e-mail domains. */
  readonly names?: {
    publish(name: string, texts: readonly string[]): void;
    alias(name: string, to: string): void;
    fallSilent(): void;
  };
  /** The customer's own start page, whose tiles lead here. */
  readonly startPage?: StartPage;
  readonly clock?: TargetClock;
  readonly inside?: Inside;
  readonly operations?: Operations;
  readonly saml?: SamlSide;
};
