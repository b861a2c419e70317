/** Everything through which time, chance, storage, mail, records and the outside world reach the system; nothing in `system/` reaches them otherwise. */
import type { webcrypto } from 'node:crypto';
import type { EventName } from './events.ts';
import type { SafeFacts } from './refusal.ts';
import type { RefusalCode } from './rule.ts';

/** Instants are milliseconds since the epoch. */
export type Clock = {
  now(): number;
  /** Resolves when `ms` of this clock's time have passed. */
  after(ms: number): Promise<void>;
  /** How far this clock is ahead of the machine's, in milliseconds: for libraries that read the machine's. */
  skewMs(): number;
};

export type Random = {
  /** `count` unpredictable bytes (from the run's seed in a world). */
  bytes(count: number): Uint8Array<ArrayBuffer>;
};

/** What a signing key of ours is for; each has its own. */
export type SigningPurpose = 'user-context' | 'break-glass-context';
/** Makes signing keys. The machine's own maker when a zone is given none. */
export type KeyMaker = {
  es256(purpose: SigningPurpose): Promise<{ readonly privateKey: webcrypto.CryptoKey; readonly publicKey: webcrypto.CryptoKey }>;
};

/** A small keyed store of JSON values. Synchronous, so that read-and-remove is one step that nothing can interleave. */
export type Store = {
  get<Value>(collection: string, key: string): Value | undefined;
  put<Value>(collection: string, key: string, value: Value): void;
  /** Removes and returns: the one way to consume a one-time thing. */
  take<Value>(collection: string, key: string): Value | undefined;
  delete(collection: string, key: string): void;
  /** In the order of keys; a part of them when `page` says so. */
  list<Value>(
    collection: string,
    page?: { readonly offset: number; readonly limit: number },
  ): readonly { readonly key: string; readonly value: Value }[];
  count(collection: string): number;
  /** All of it or nothing: what `work` throws undoes it. Not one within another. */
  atomically<Result>(work: () => Result): Result;
};

/** One decision or event. `reference` joins it with the answer that a person saw. */
export type AuditEntry = {
  readonly reference: string;
  readonly event: EventName;
  readonly code: RefusalCode | 'allowed';
  /** Who, as an opaque subject or account name; `anonymous` when nobody was recognised. */
  readonly actor: string;
  /** The true peer address, as the edge saw it; empty for events without a request. */
  readonly peer: string;
  readonly facts: SafeFacts;
};

/** Resolves only when the entry is on disk. Rejects when it cannot be recorded: the caller then refuses (fail closed). */
export type AuditLog = { append(entry: AuditEntry): Promise<void> };

/** The operator's log: what broke. Never data of a request. */
export type Log = { info(message: string): void; error(message: string, cause?: unknown): void };

export type Mail = { send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void> };

/** Why an outbound call got no usable answer, as far as it can be told apart. */
export type OutboundFailureKind =
  | 'connection-refused'
  | 'no-answer'
  | 'certificate-not-trusted'
  | 'certificate-expired'
  | 'certificate-name-mismatch'
  | 'name-not-found'
  | 'answer-too-large'
  | 'connection-broken';

export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure';
  readonly kind: OutboundFailureKind;
  constructor(kind: OutboundFailureKind, options?: { readonly cause?: unknown }) {
    super(kind, options);
    this.kind = kind;
  }
}

export type OutboundRequest = {
  readonly url: URL;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, connection included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
};
export type OutboundAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** The only way out of a zone. Never follows redirects. Throws `OutboundFailure`. */
export type Outbound = { request(request: OutboundRequest): Promise<OutboundAnswer> };

/** What a listener or the outbound port shows to an observer: plaintext, one direction at a time. */
export type Crossing = {
  readonly from: string;
  readonly to: string;
  readonly channel: string;
  readonly atMs: number;
  readonly head: string;
  readonly body: Uint8Array;
  /** Of the exchange that it belongs to, where the listener gives its exchanges one. */
  readonly reference?: string;
};
/** The tap's place. Absent in production. */
export type Observer = { heard(crossing: Crossing): void };
