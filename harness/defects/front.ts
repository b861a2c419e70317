/** A front before the edge, as a planted defect: ends TLS, reads one request of each connection, and hands it on. */
import type { AddressInfo } from 'node:net';
import { connect, createSecureContext, createServer, type SecureContext, type TLSSocket } from 'node:tls';
import type { Authority } from '../authority/authority.ts';
import type { NameTable, Place } from '../network/names.ts';
import { opening } from '../network/opener.ts';
import type { RunningWorld } from '../world/world.ts';
import type { WorldDefect } from './defect.ts';

/** Who says nothing for so long has said all: much shorter than any limit of the edge. */
const patienceMs = 1_000;

/** What is handed on of what came until now; undefined while more may come. `over` says that nothing more does. */
type Repair = (text: string, over: boolean, visitor: FrontVisitor) => string | undefined;
/** Who came, and to which host. */
export type FrontVisitor = { readonly address: string; readonly host: string };
type Front = {
  readonly repair: Repair;
  /** Told what is answered, as it comes, in Latin-1. */
  answered?(text: string, visitor: FrontVisitor): void;
  /** What becomes of the head of each answer. */
  headOfAnswer?(head: string): string;
};

/** Ends the TLS of every host of the cloud, reads one request of each connection, and hands the repaired one on. */
export const front = (name: string, breaks: string, made: () => Front): WorldDefect => ({
  name: `world:${name}`,
  kind: 'world',
  breaks,
  async spoil(world) {
    const { repair, answered = () => {}, headOfAnswer = (head) => head } = made();
    const hosts = new Set(Object.values(world.target.origins).map(({ hostname }) => hostname));
    const place = placeOfEdge(world.names);
    const opened = await listening({ authority: world.authority, placeOf: place, repair, answered, headOfAnswer });
    Object.assign(world.names, frontedNames(world.names, { hosts, front: opened.place }));
    const { close } = world;
    Object.assign(world, { close: () => close().finally(opened.close) } satisfies Pick<RunningWorld, 'close'>);
  },
});

type PlaceOf = (host: string) => Place | undefined;
/** Before it is fronted, and as it is when asked: the edge moves with every reset. */
const placeOfEdge =
  ({ resolve }: NameTable): PlaceOf =>
  (host) =>
    resolve(host, 'front');

const frontedNames = (
  { resolve }: NameTable,
  { hosts, front }: { readonly hosts: ReadonlySet<string>; readonly front: Place },
): Pick<NameTable, 'resolve'> => ({
  resolve: (name, by) => {
    const place = resolve(name, by);
    return place && hosts.has(name) ? front : place;
  },
});

type Listening = { readonly place: Place; close(): void };
type Serving = Required<Front> & { readonly authority: Authority; readonly placeOf: PlaceOf };
async function listening(serving: Serving): Promise<Listening> {
  const contexts = new Map<string, Promise<SecureContext>>();
  const contextOf = async (host: string): Promise<SecureContext> => {
    const { certPem, keyPem } = await serving.authority.leafFor(host);
    return createSecureContext({ cert: certPem, key: keyPem });
  };
  const server = createServer({
    SNICallback: (host, done) => {
      const context = contexts.get(host) ?? contextOf(host);
      contexts.set(host, context);
      context.then((made) => done(null, made), done);
    },
  });
  server.on('tlsClientError', () => {});
  server.on('secureConnection', (visitor) => serve(visitor, serving));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(0, '127.0.0.1', resolve);
  await promise;
  server.unref();
  const { address, port } = server.address() as AddressInfo;
  return { place: { address, port }, close: () => void server.close() };
}

/** One request of this connection; what follows it is not read. */
function serve(visitor: TLSSocket, given: Serving): void {
  let text = '';
  visitor.on('error', () => visitor.destroy());
  const read = (over: boolean): void => {
    const request = given.repair(text, over, visitorOf(visitor));
    if (request === undefined) return;
    visitor.off('data', heard).setTimeout(0);
    handOn(visitor, request, given);
  };
  const heard = (part: Buffer): void => {
    text += part.toString('latin1');
    read(false);
  };
  visitor.on('data', heard).setTimeout(patienceMs, () => read(true));
}

const visitorOf = ({ remoteAddress = '', servername }: TLSSocket): FrontVisitor => ({ address: remoteAddress, host: servername || '' });

function handOn(visitor: TLSSocket, request: string, { authority, placeOf, answered, headOfAnswer }: Serving): void {
  const servername = visitor.servername || '';
  const place = placeOf(servername);
  if (!place) return void visitor.destroy();
  const edge = opening('harness:front', () =>
    connect({ host: place.address, port: place.port, servername, ca: authority.certificatePem, ALPNProtocols: ['http/1.1'] }),
  );
  edge.on('error', () => visitor.destroy());
  visitor.once('close', () => edge.destroy());
  const who = visitorOf(visitor);
  let head: string | undefined = '';
  edge.on('data', (part: Buffer) => {
    const text = part.toString('latin1');
    answered(text, who);
    if (head === undefined) return void visitor.write(part);
    head += text;
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    visitor.write(Buffer.from(headOfAnswer(head.slice(0, end)) + head.slice(end), 'latin1'));
    head = undefined;
  });
  edge.once('end', () => visitor.end());
  // One request of each connection is read: whoever would send another on it has to open a new one.
  edge.write(Buffer.from(request.replace(/\r\nConnection: keep-alive/i, '\r\nConnection: close'), 'latin1'));
}
