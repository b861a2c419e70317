/** The operations of a reference target: over the zone of its cloud, and with the certificates of the run. */
import { connect, type TLSSocket } from 'node:tls';
import { createWorkloadAuthority, type WorkloadAuthority } from '../../authority/workload-authority.ts';
import { opening } from '../../network/opener.ts';
import type { Outcome } from '../../verdict/results.ts';
import type { Door, Guise, ListedRoute, Operations } from '../operations.ts';
import type { AuditRecord } from '../target.ts';
import type { Credentials } from './credentials.ts';
import type { CloudZone } from './zone.ts';

type Given = {
  readonly cloud: Pick<CloudZone, 'doors' | 'routes' | 'replaceRoutes' | 'shut'>;
  readonly workloads: WorkloadAuthority;
  readonly credentials: Credentials;
  records(): Promise<readonly AuditRecord[]>;
  /** Told every table that came into force. */
  inForce(rows: readonly ListedRoute[]): void;
};

export const operationsOf = ({ cloud, workloads, credentials, records, inForce }: Given): Operations => ({
  routes: () => cloud.routes(),
  replaceRoutes: async (rows) => {
    const { problems, reference } = await cloud.replaceRoutes(rows);
    const [first] = problems;
    if (!first) {
      inForce(await cloud.routes());
      return { kind: 'ok', landedOn: 'cloud', reference };
    }
    const shown = problems.map(({ code, detail }) => `${code}: ${detail}`).join('; ');
    return { kind: 'refused', code: first.code, shown, reference };
  },
  doors: async () => (await cloud.doors()).map(({ at, accepts }) => ({ at, accepts })),
  knock: async (door, as) => {
    const place = (await cloud.doors()).find(({ at, accepts }) => at === door.at && accepts === door.accepts);
    if (!place) throw new TypeError(`nothing listens at ${door.at} for ${door.accepts}`);
    const before = refusalsAt(await records(), door).length;
    const certificate = await certificateOf(as, { workloads, credentials, door });
    const heard = await answered(place, { ...certificate, ca: workloads.certificatePem });
    if (heard) return { kind: 'ok', landedOn: door.at, reference: '' };
    return cutWith(await recorded(async () => refusalsAt(await records(), door)[before]));
  },
  shut: (part) => cloud.shut(part),
});

type Certificate = { readonly cert?: string; readonly key?: string };
async function certificateOf(
  as: Guise,
  { workloads, credentials, door }: Pick<Given, 'workloads' | 'credentials'> & { readonly door: Door },
): Promise<Certificate> {
  if (as === 'nobody') return {};
  const [host] = Object.values(credentials.hostCertificates);
  const made =
    as === 'host'
      ? host
      : as === 'impostor'
        ? await (await createWorkloadAuthority({ name: 'Tempered workload authority' })).certificateFor(door.accepts as never)
        : await workloads.certificateFor(as.role as never);
  return made ? { cert: made.certPem, key: made.keyPem } : {};
}

const answerTimeoutMs = 5_000;

/** Whether anything at all is said to somebody with this certificate. What is sent is no request, so that no part has to answer for one that nobody made. */
function answered(
  place: { readonly address: string; readonly port: number },
  tls: Certificate & { readonly ca: string },
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket: TLSSocket = opening('harness:inside', () =>
    connect({ host: place.address, port: place.port, ...tls, checkServerIdentity: () => undefined }),
  );
  socket.setTimeout(answerTimeoutMs, () => socket.destroy());
  socket.once('data', () => {
    resolve(true);
    socket.destroy();
  });
  socket.on('error', () => {});
  socket.once('close', () => resolve(false));
  socket.write('nobody asks anything\r\n\r\n');
  return promise;
}

const refusalsAt = (records: readonly AuditRecord[], { at }: Door): readonly AuditRecord[] =>
  records.filter(({ event, facts }) => event === 'workload.connection.refused' && facts.at === at);

const cutWith = (record: AuditRecord | undefined): Outcome =>
  record
    ? { kind: 'refused', code: record.code, shown: 'the connection was cut', reference: record.reference }
    : { kind: 'unknown', why: 'the connection was cut, and nobody recorded why' };

/** Whoever is cut sees it a moment before the record is on disk. */
async function recorded(look: () => Promise<AuditRecord | undefined>): Promise<AuditRecord | undefined> {
  const untilMs = performance.now() + answerTimeoutMs;
  for (;;) {
    const found = await look();
    if (found || performance.now() > untilMs) return found;
    await new Promise(setImmediate);
  }
}
