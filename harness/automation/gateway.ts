/** The customer's gateway between its connector and the cloud: hands requests on and answers back, and can be told to answer in the cloud's place. RFC 9110 §7.6, RFC 6585 §4. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, request as httpsRequest } from 'node:https';
import type { Authority } from '../authority/authority.ts';
import { modeSwitch } from '../fault-proxy/mode-switch.ts';
import { hosts, networks } from '../fixtures/fixtures.ts';
import type { Undo } from '../idp/driver.ts';
import { answerEmpty, passOn } from '../network/answers.ts';
import { listenCuttable } from '../network/cuttable-server.ts';
import { endToEnd, type Field, withField } from '../network/fields.ts';
import type { NameTable } from '../network/names.ts';
import { opening } from '../network/opener.ts';

/** `answers-…`: nothing is handed on. `loses-answers`: everything is, and whoever asked is told that it failed. */
export type GatewayMode = 'answers-429' | 'answers-500' | 'loses-answers';

export type Gateway = {
  readonly address: string;
  readonly port: number;
  /** Rejects with `AlreadyDisturbed` when it misbehaves already; the returned function heals. */
  disturb(mode: GatewayMode): Promise<Undo>;
  close(): Promise<void>;
};

type GatewayOptions = { readonly authority: Authority; readonly names: Pick<NameTable, 'resolve'> };

/** On a free port of loopback; what it hands on comes from the headquarters' address. */
export async function startGateway({ authority, names }: GatewayOptions): Promise<Gateway> {
  const { certPem, keyPem } = await authority.leafFor(hosts.gateway);
  const mode = modeSwitch<GatewayMode>('the gateway', async () => {});
  const handle: RequestListener = (request, response) => {
    const now = mode.now();
    if (now === 'answers-429') return ownAnswer(response, 429, { 'retry-after': '1' });
    if (now === 'answers-500') return ownAnswer(response, 500);
    const place = names.resolve(hosts.admin, 'hq');
    if (!place) return ownAnswer(response, 502);
    handOn({ request, response, place, trusted: authority.certificatePem, loses: now === 'loses-answers' });
  };
  const server = await listenCuttable(createServer({ cert: certPem, key: keyPem, minVersion: 'TLSv1.2' }, handle), {
    address: '127.0.0.1',
  });
  return { address: server.address, port: server.port, disturb: (wanted) => mode.enter(wanted, async () => {}), close: server.close };
}

const lastOfItsConnection: Field = ['Connection', 'close'];

function ownAnswer(response: ServerResponse, status: number, fields: Readonly<Record<string, string>> = {}): void {
  answerEmpty(response, status, { connection: 'close', ...fields });
}

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly place: { readonly address: string; readonly port: number };
  /** PEM. */
  readonly trusted: string;
  readonly loses: boolean;
};

/** What it loses of an answer is the status and the body: its reference comes through, as headers do. */
function handOn({ request, response, place, trusted, loses }: Exchange): void {
  const outgoing = opening('harness:gateway', () =>
    httpsRequest({
      host: place.address,
      port: place.port,
      localAddress: networks.hq,
      servername: hosts.admin,
      ca: trusted,
      agent: false,
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: [...withField(endToEnd(request.rawHeaders), 'Host', hosts.admin), lastOfItsConnection].flat(),
    }),
  );
  response.once('close', () => outgoing.destroy());
  outgoing.once('error', () => (response.headersSent ? response.destroy() : ownAnswer(response, 502)));
  outgoing.once('response', (answer) => {
    if (!loses) return passOn(answer, response, [lastOfItsConnection]);
    answer.resume();
    response.writeHead(500, [...withField(endToEnd(answer.rawHeaders), 'Content-Length', '0'), lastOfItsConnection].flat()).end();
  });
  request.pipe(outgoing);
}
