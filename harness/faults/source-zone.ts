/** Says who stands behind a source address of the fixtures' networks. */
import { type NetworkName, networks } from '../world/fixtures.ts';

const zones: Readonly<Record<NetworkName, string>> = {
  hq: 'user',
  home: 'user',
  attacker: 'user',
  desk: 'provider',
  idp: 'customer',
  egress: 'isolated',
  probe: 'harness',
};

/** The zone whose network has this address; `unknown` for all others, which no table of crossings allows anything. */
export function zoneOfSource(address: string): string {
  const network = (Object.keys(networks) as NetworkName[]).find((name) => networks[name] === address);
  return network ? zones[network] : 'unknown';
}
