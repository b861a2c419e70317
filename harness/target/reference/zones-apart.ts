/** Each zone of one world in a process of its own: what boundary verdicts are judged on, and what can be killed (S1). */
import type { Lease } from '../../idp/driver.ts';
import type { WorldClock } from '../../ports/world-clock.ts';
import type { NameGuard } from '../../tap/name-guard.ts';
import type { SocketGuard } from '../../tap/socket-guard.ts';
import type { Surroundings, ZoneName, ZoneSetups, ZoneTypes } from './zone.ts';
import type { GuardNotes, Report } from './zone-messages.ts';
import { startZoneProcess, ZoneGone, type ZoneProcess } from './zone-process.ts';
import type { OpenZones } from './zones.ts';

/** Who ends the processes when nobody else can, and who is told what the guards inside them hear. */
export type ProcessesOptions = { readonly lease: Pick<Lease, 'process'>; readonly sockets: SocketGuard; readonly nameGuard: NameGuard };

export type ApartOptions = ProcessesOptions & {
  readonly clock: WorldClock;
  surroundingsOf(zone: ZoneName): Surroundings;
};

const methods = {
  cloud: ['provision', 'start', 'stop', 'services', 'signingKey', 'doors', 'routes', 'replaceRoutes', 'shut', 'images', 'restore'],
  edge: ['start', 'stop'],
  desk: ['start', 'stop', 'issueLink'],
} as const satisfies { readonly [Name in ZoneName]: readonly (keyof ZoneTypes[Name])[] };

/** Opens stores and audit logs there; nothing listens yet. When one zone cannot be opened, no process is left. */
export async function openZonesApart(setups: ZoneSetups, given: ApartOptions): Promise<OpenZones> {
  const deaths: string[] = [];
  const options = { ...given, died: (how: string) => void deaths.push(how) };
  const opening = [
    openApart('cloud', setups.cloud, options),
    openApart('edge', setups.edge, options),
    openApart('desk', setups.desk, options),
  ] as const;
  const [cloud, edge, desk] = await Promise.all(opening).catch(async (error: unknown) => {
    for (const opened of await Promise.allSettled(opening)) if (opened.status === 'fulfilled') await opened.value.zone.close();
    throw error;
  });
  const all = [cloud, edge, desk];
  const each = async (work: (apart: Apart<ZoneName>) => Promise<void>): Promise<void> => void (await Promise.all(all.map(work)));
  return {
    cloud: cloud.zone,
    edge: edge.zone,
    desk: desk.zone,
    revive: () => each((apart) => apart.revive()),
    settled: () => each((apart) => apart.settled()),
    deaths,
    processIds: () => ({ cloud: cloud.pid(), edge: edge.pid(), desk: desk.pid() }),
  };
}

type OpenOptions = ApartOptions & { died(how: string): void };

type Apart<Name extends ZoneName> = {
  readonly zone: ZoneTypes[Name];
  /** A new process in place of one that ended. */
  revive(): Promise<void>;
  settled(): Promise<void>;
  pid(): number;
};

async function openApart<Name extends ZoneName>(name: Name, setup: ZoneSetups[Name], options: OpenOptions): Promise<Apart<Name>> {
  let starts = 0;
  const open = async (): Promise<ZoneProcess> => {
    starts += 1;
    // Each start has chance of its own: one reference must never stand on two answers.
    const chance = { ...setup.chance, label: `${setup.chance.label}, start ${starts}` };
    return opened(name, { zone: name, setup: { ...setup, chance }, clock: options.clock.state() }, options);
  };
  let current = await open();
  // One that is gone hears of it at its next start.
  options.clock.onChange((state) => unlessGone(current.ask('follow', state)));
  const asking = methods[name].map(
    (method) => [method, (...parameters: readonly unknown[]) => current.ask(method, ...parameters)] as const,
  );
  const zone = {
    ...Object.fromEntries(asking),
    stop: () => unlessGone(current.ask('stop')),
    close: async () => {
      await unlessGone(current.ask('close'));
      await current.end();
    },
  } as unknown as ZoneTypes[Name];
  return {
    zone,
    pid: () => current.pid,
    revive: async () => {
      if (!current.runs()) current = await open();
    },
    settled: async () => noted(name, (await current.ask('settled')) as GuardNotes, options),
  };
}

async function opened(name: ZoneName, opening: object, { lease, surroundingsOf, died }: OpenOptions): Promise<ZoneProcess> {
  const surroundings = surroundingsOf(name);
  const started = await startZoneProcess({
    zone: name,
    lease,
    reported: (report) => pass(report, surroundings),
    died: (how) => {
      died(how);
      surroundings.log.error(how);
    },
  });
  try {
    await started.ask('open', opening);
    return started;
  } catch (error) {
    await started.end();
    throw error;
  }
}

function pass(report: Report, { log, observer, audited }: Surroundings): void {
  if (report.report === 'heard') observer.heard(report.crossing);
  else if (report.report === 'audited') audited(report.head);
  else log[report.report](report.message);
}

function noted(zone: ZoneName, { declared, undeclared, asked }: GuardNotes, { sockets, nameGuard }: ProcessesOptions): void {
  sockets.add({ declared, undeclared: undeclared.map(({ atMs, stack }) => ({ atMs, stack: `in zone ${zone}: ${stack}` })) });
  nameGuard.add(asked);
}

async function unlessGone(asked: Promise<unknown>): Promise<void> {
  await asked.catch((error: unknown) => {
    if (!(error instanceof ZoneGone)) throw error;
  });
}
