/** Tells the tap which zones a crossing lies between: the system reports addresses and host names, the fixtures know whose they are. */
import type { Observer } from '../../system/index.ts';
import { zoneOfSource } from '../faults/source-zone.ts';
import { hosts } from './fixtures.ts';

const zones = new Set(['customer', 'isolated', 'provider', 'user', 'harness']);
const hostZones: Readonly<Record<string, string>> = {
  [hosts.idp]: 'customer',
  [hosts.login]: 'isolated',
  [hosts.admin]: 'isolated',
  [hosts.tracker]: 'isolated',
  [hosts.desk]: 'provider',
};

const zoneOf = (name: string): string => (zones.has(name) ? name : (hostZones[name] ?? zoneOfSource(name)));

/** A name that the fixtures do not know becomes zone `unknown`, to and from which nothing may cross. */
export const zoned = (observer: Observer): Observer => ({
  heard: (crossing) => observer.heard({ ...crossing, from: zoneOf(crossing.from), to: zoneOf(crossing.to) }),
});
