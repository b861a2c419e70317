/** What a browser's network error means in the words of an outcome. */
import type { ExitConnection } from '../../network/exit.ts';
import type { Symptom } from '../agent.ts';
import { symptomOf } from '../wire/tunnel.ts';

const symptoms: readonly (readonly [prefix: string, symptom: Symptom])[] = [
  ['ERR_CERT_', 'untrusted'],
  ['ERR_SSL_', 'untrusted'],
  ['ERR_BAD_SSL_', 'untrusted'],
  ['ERR_CONNECTION_REFUSED', 'refused'],
  ['ERR_ADDRESS_UNREACHABLE', 'refused'],
  ['ERR_CONNECTION_RESET', 'reset'],
  ['ERR_CONNECTION_CLOSED', 'reset'],
  ['ERR_CONNECTION_ABORTED', 'reset'],
  ['ERR_EMPTY_RESPONSE', 'reset'],
  ['ERR_CONTENT_LENGTH_MISMATCH', 'reset'],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'reset'],
  ['ERR_HTTP2_', 'reset'],
  ['ERR_TIMED_OUT', 'timed-out'],
  ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['ERR_NAME_NOT_RESOLVED', 'no-such-name'],
];

/** Chromium's own name of the error in a message: `ERR_CERT_DATE_INVALID`. */
export const networkErrorIn = (message: string): string | undefined => /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];

/** A failed tunnel looks the same for every cause, so the exit is asked what it last said about that host. */
export function symptomOfError(
  error: string,
  host: string,
  connections: readonly ExitConnection[],
): { readonly symptom: Symptom; readonly detail: string } {
  if (error !== 'ERR_TUNNEL_CONNECTION_FAILED')
    return { symptom: symptoms.find(([prefix]) => error.startsWith(prefix))?.[1] ?? 'other', detail: `${host}: ${error}` };
  const last = connections.findLast((each) => each.host === host);
  if (!last || last.result === 'connected') return { symptom: 'other', detail: `${host}: ${error}, and the exit does not say why` };
  return { symptom: symptomOf[last.result], detail: `the exit says ${last.result} for ${host}` };
}
