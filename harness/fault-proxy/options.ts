/** What a fault proxy is made from. */
import type { Observer } from '../../system/kernel/ports.ts';
import type { Authority } from '../authority/authority.ts';
import type { NameTable } from '../network/names.ts';

export type FaultProxyOptions = {
  readonly host: string;
  readonly realm: string;
  readonly authority: Authority;
  readonly names: NameTable;
  readonly upstream: () => { readonly host: string; readonly port: number };
  /** In [0, 1), from the run's seed. */
  readonly random: () => number;
  readonly observer?: Observer;
  readonly zoneOf?: (sourceAddress: string) => string;
  /** Real time in milliseconds since the epoch. */
  readonly now?: () => number;
};
