/** The container engine of this machine, reached through Testcontainers; every call opens its sockets by name. */
import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { opening } from '../../network/opener.ts';
import { canBind } from '../../network/source-address.ts';

export type Engine = ContainerRuntimeClient;
export type Docker = Engine['container']['dockerode'];
export type Container = ReturnType<Docker['getContainer']>;

/** Work with the engine. Rejects when no engine answers; a failed attempt is not remembered, so a later call finds an engine started meanwhile. */
export const withEngine = <Result>(work: (docker: Docker, engine: Engine) => Promise<Result>): Promise<Result> =>
  opening('harness:engine', async () => {
    const engine = await getContainerRuntimeClient();
    return work(engine.container.dockerode, engine);
  });

/** An engine on another machine would publish its ports on that machine's loopback, where nothing of ours can reach them. */
export function isElsewhere(dockerHost: string | undefined): boolean {
  if (!dockerHost || !URL.canParse(dockerHost)) return false;
  const { protocol, hostname } = new URL(dockerHost);
  if (protocol === 'unix:' || protocol === 'npipe:') return false;
  return !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/**
 * The address of this machine on the engine's bridge, where an exit must listen too so that a container reaches it.
 * Undefined when the bridge is not one of this machine's interfaces (an engine inside a virtual machine): there a container reaches loopback through the host gateway.
 */
export async function bridgeAddress(): Promise<string | undefined> {
  const { IPAM } = await withEngine((docker) => docker.getNetwork('bridge').inspect() as Promise<BridgeNetwork>);
  const addresses = (IPAM?.Config ?? []).map(gatewayOf).filter((address) => address !== undefined && isIPv4(address));
  // Asked by binding: a bridge without a running container is not among the interfaces that Node lists.
  for (const address of addresses) if (address !== undefined && (await canBind(address))) return address;
  return undefined;
}

type AddressPool = { readonly Subnet?: string; readonly Gateway?: string };
type BridgeNetwork = { readonly IPAM?: { readonly Config?: readonly AddressPool[] } };

/** An engine that has just made its bridge names no gateway; it has taken the first address of the subnet then. */
function gatewayOf({ Gateway, Subnet }: AddressPool): string | undefined {
  if (Gateway !== undefined) return Gateway;
  if (Subnet === undefined || !ipaddr.IPv4.isValidCIDR(Subnet)) return undefined;
  const [first, second, third, last] = ipaddr.IPv4.networkAddressFromCIDR(Subnet).toByteArray();
  return [first, second, third, (last ?? 0) + 1].join('.');
}

/** What the engine says of a thing that does not exist. */
export const isMissing = (problem: unknown): boolean => (problem as { statusCode?: unknown } | undefined)?.statusCode === 404;
