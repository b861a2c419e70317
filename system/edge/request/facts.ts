/** Reads the head of a request as it came, header by header: what a parser joins, drops or renames is judged before it is gone. RFC 9112 §2.2, §5. */
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { canonicalHeader } from '../../kernel/internal-headers.ts';

export type EdgeFacts = {
  readonly version: string;
  readonly method: string;
  /** How often `Host` came, and what it said first. */
  readonly hostHeaders: number;
  readonly host: string | undefined;
  readonly serverName: string | undefined;
  readonly hosts: ReadonlySet<string>;
  /** Names in lower case, as often as they came. */
  readonly names: readonly string[];
  /** The same with underscores as hyphens, and without spaces at their ends: what a careless reader takes them for. */
  readonly plainNames: readonly string[];
  /** Some value holds a control character. RFC 9110 §5.5. */
  readonly controlInValue: boolean;
  readonly connectionOptions: readonly string[];
  readonly expectation: string | undefined;
  /** What the request asks the connection to become; undefined when nothing. */
  readonly upgrade: string | undefined;
  readonly transferCodings: string | undefined;
  readonly hasLength: boolean;
  /** Declared, in bytes; 0 when nothing is declared. */
  readonly declaredBytes: number;
  /** This one included. */
  readonly requestsOnConnection: number;
};

/** All but the tab. Node gives a header's bytes as the characters of the same number. */
const isControl = (character: string): boolean => (character < ' ' && character !== '\t') || character === '\u007f';

export function edgeFacts(
  { rawHeaders, headers, httpVersion, method = '', socket }: IncomingMessage,
  known: Pick<EdgeFacts, 'hosts' | 'requestsOnConnection'>,
): EdgeFacts {
  const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, index) => [rawHeaders[2 * index] ?? '', rawHeaders[2 * index + 1] ?? '']);
  const names = pairs.map(([name = '']) => name.toLowerCase());
  return {
    ...known,
    version: httpVersion,
    method,
    hostHeaders: names.filter((name) => name === 'host').length,
    host: headers.host,
    serverName: (socket as TLSSocket).servername || undefined,
    names,
    plainNames: names.map((name) => canonicalHeader(name.trim())),
    controlInValue: pairs.some(([, value = '']) => [...value].some(isControl)),
    connectionOptions: listed(headers.connection),
    expectation: headers.expect,
    upgrade: headers.upgrade?.toLowerCase(),
    transferCodings: headers['transfer-encoding'],
    hasLength: headers['content-length'] !== undefined,
    declaredBytes: Number(headers['content-length'] ?? 0),
  };
}

const listed = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .split(',')
    .map((option) => option.trim().toLowerCase())
    .filter((option) => option !== '');
