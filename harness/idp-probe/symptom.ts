/** What a stranger with a fresh connection notices of a host, in the words of a person who tries to reach it. */
import type { ProxyError } from '../network/proxy-status.ts';

/** `stage` is how far it had come when the time was up: connected to the exit, in the TLS handshake, or waiting for the answer. */
export type Symptom =
  | { readonly kind: 'answered'; readonly status: number; readonly afterMs: number /** When TLS stood. */; readonly tlsAfterMs?: number }
  | { readonly kind: 'tls-too-old' | 'refused' | 'untrusted' | 'expired' | 'wrong-name' | 'no-such-name' | 'reset' }
  | { readonly kind: 'no-answer'; readonly stage: Stage; readonly afterMs: number }
  | { readonly kind: 'other'; readonly detail: string };
export type Stage = 'tunnel' | 'tls' | 'answer';

/** Whether a fault was seen, and what was seen instead. */
export type Sighting = { readonly seen: 'present' | 'absent' | 'unclear'; readonly detail: string };

const distrust: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
]);

/** What this side says, and what it is told by the other. RFC 8446 §6.2 (protocol_version). */
const tooOld: ReadonlySet<string> = new Set([
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_WRONG_VERSION_NUMBER',
]);

/** For an error of a socket or of a TLS handshake. An error that is not known here is `other`, never guessed. */
export function symptomOfError(error: NodeJS.ErrnoException): Symptom {
  const code = error.code ?? '';
  if (distrust.has(code)) return { kind: 'untrusted' };
  if (code === 'CERT_HAS_EXPIRED') return { kind: 'expired' };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return { kind: 'wrong-name' };
  if (tooOld.has(code)) return { kind: 'tls-too-old' };
  if (code === 'ECONNRESET' || code === 'EPIPE') return { kind: 'reset' };
  return { kind: 'other', detail: code || error.name };
}

/** For an exit that could not make the tunnel. */
export function symptomOfExit(error: ProxyError | undefined): Symptom {
  if (error === 'connection_refused') return { kind: 'refused' };
  if (error === 'dns_error') return { kind: 'no-such-name' };
  if (error === 'connection_terminated') return { kind: 'reset' };
  return { kind: 'other', detail: `exit: ${error ?? 'no reason given'}` };
}

/** Present when the symptom is the fault's own; absent only when the host answers 200; everything else is unclear. */
export function sighting(symptom: Symptom, isTheFault: (symptom: Symptom) => boolean): Sighting {
  const detail = describe(symptom);
  if (isTheFault(symptom)) return { seen: 'present', detail };
  return { seen: symptom.kind === 'answered' && symptom.status === 200 ? 'absent' : 'unclear', detail };
}

function describe(symptom: Symptom): string {
  switch (symptom.kind) {
    case 'answered':
      return `answered ${symptom.status} after ${Math.round(symptom.afterMs)} ms`;
    case 'no-answer':
      return `no answer in ${Math.round(symptom.afterMs)} ms (${stages[symptom.stage]})`;
    case 'other':
      return `something else: ${symptom.detail}`;
    default:
      return plain[symptom.kind];
  }
}

const stages: Readonly<Record<Stage, string>> = {
  tunnel: 'not even a connection',
  tls: 'connected, but no TLS',
  answer: 'TLS stands, no response came',
};
const plain = {
  'tls-too-old': 'no version of TLS that is new enough',
  refused: 'connection refused',
  untrusted: 'certificate of an unknown authority',
  expired: 'certificate expired',
  'wrong-name': 'certificate of another name',
  'no-such-name': 'no such name',
  reset: 'connection broken off',
} as const;
