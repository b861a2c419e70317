/** Hands a web socket on over a hop and joins both connections: from then on each side's bytes are the other's, and both end together. RFC 6455 §4.2, RFC 9110 §7.8. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Forwarding, NotRelayed } from './forward.ts';
import { HopFailure } from './hop.ts';
import { forwardable } from './internal-headers.ts';
import type { UpgradedSocket } from './listener.ts';

/** Nothing else of the handshake is passed on. RFC 6455 §4.2.2. */
const accepted = ['sec-websocket-accept', 'sec-websocket-protocol'] as const;

/** Resolves when both connections have ended, or another answer than 101 was relayed, or there is none. */
export function forwardUpgrade(
  request: IncomingMessage,
  near: UpgradedSocket & { readonly response: ServerResponse },
  { hop, internal, limits, path, onAnswer, withoutOnAnswer = [], heard }: Forwarding,
): Promise<NotRelayed> {
  const { promise, resolve } = Promise.withResolvers<NotRelayed>();
  const { socket, head, response } = near;
  if (socket.destroyed) return Promise.resolve(undefined);
  const headers = { ...forwardable(request), connection: 'Upgrade', upgrade: 'websocket', ...internal };
  const onward = hop.open({ method: 'GET', path: path ?? request.url ?? '/', headers });
  const late = setTimeout(() => onward.destroy(new HopFailure('no answer to an upgrade in time')), limits.headWithinMs);
  socket.once('close', () => {
    clearTimeout(late);
    onward.destroy();
    resolve(undefined);
  });
  onward.on('error', (error) => {
    clearTimeout(late);
    if (response.headersSent) return void socket.destroy();
    resolve(error);
  });
  onward.on('response', (answer) => {
    clearTimeout(late);
    const said = Object.entries(forwardable(answer)).filter(([name]) => !withoutOnAnswer.includes(name));
    response.writeHead(answer.statusCode ?? 502, { ...Object.fromEntries(said), ...onAnswer });
    answer.on('error', () => socket.destroy());
    answer.pipe(response);
  });
  onward.on('upgrade', (answer, far, farHead) => {
    clearTimeout(late);
    const said = accepted.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, String(answer.headers[name])] as const]));
    response.detachSocket(socket as never);
    socket.write(switching({ ...Object.fromEntries(said), ...onAnswer }));
    join({ socket, head }, { socket: far, head: farHead }, limits.silenceMs);
    listen({ socket, head }, { socket: far, head: farHead }, heard);
  });
  onward.end();
  return promise;
}

const switching = (headers: Readonly<Record<string, string>>): string =>
  ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade', ...lines(headers), '', ''].join('\r\n');
const lines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

function listen(near: UpgradedSocket, far: UpgradedSocket, heard: Forwarding['heard']): void {
  if (!heard) return;
  heard.near(near.head);
  heard.far(far.head);
  near.socket.on('data', heard.near);
  far.socket.on('data', heard.far);
  near.socket.once('close', heard.over);
}

/** When neither says anything for `silenceMs`, both end. */
function join(near: UpgradedSocket, far: UpgradedSocket, silenceMs: number): void {
  const sides: readonly (readonly [UpgradedSocket, UpgradedSocket])[] = [
    [near, far],
    [far, near],
  ];
  const silence = setTimeout(() => near.socket.destroy(), silenceMs);
  for (const [from, to] of sides) {
    const other: Duplex = to.socket;
    if (from.head.length > 0) other.write(from.head);
    from.socket.on('data', () => silence.refresh());
    from.socket.pipe(other);
    from.socket.on('error', () => other.destroy());
    from.socket.once('close', () => {
      clearTimeout(silence);
      other.destroy();
    });
  }
}
