/** The connectors that may push people and groups: each with a token of its own, which is shown once and known by its hash only (N-07). */
import type { Prepared } from '../../kernel/directory-administration.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import type { RefusalCode } from '../../kernel/rule.ts';
import { handleOf, newSecret } from '../../kernel/secret-handle.ts';

export type Connector = {
  readonly name: string;
  /** Whose names for people its external ids are; without it nobody is known by them at sign-in. */
  readonly issuer?: string | undefined;
  readonly tokenHandle: string;
  readonly madeAtMs: number;
  readonly revoked?: true | undefined;
  /** Stopped by the mass-change guard, with its code, until an org admin says so. */
  readonly stopped?: RefusalCode | undefined;
};
export type NewConnector = {
  readonly name: string;
  readonly issuer?: string | undefined /** Made here when absent. */;
  readonly token?: string | undefined;
};

export type Connectors = {
  byToken(token: string): Connector | undefined;
  find(name: string): Connector | undefined;
  list(): readonly Connector[];
  /** The token is not kept: it is only here. With `effect` a connector of that name gets it, and its old one opens nothing any more. */
  make(given: NewConnector): Prepared & { readonly token: string };
  revoke(name: string): void;
  stop(name: string, code: RefusalCode): void;
  goOn(name: string): void;
};

/** Whose token it is, by its whole value. */
export type ConnectorByToken = (connectors: Pick<Connectors, 'byToken' | 'list'>, token: string) => Connector | undefined;
export const connectorByToken: ConnectorByToken = ({ byToken }, token) => byToken(token);

const connectors = 'directory.connector';
const tokens = 'directory.connector-token';
export const managerOf = (connector: string): `scim:${string}` => `scim:${connector}`;

export function connectorsIn(store: Store, { clock, random }: { readonly clock: Clock; readonly random: Random }): Connectors {
  const find = (name: string): Connector | undefined => store.get<Connector>(connectors, name);
  const change = (name: string, to: Partial<Connector>): void => {
    const connector = find(name);
    if (connector) store.put(connectors, name, { ...connector, ...to });
  };
  return {
    find,
    byToken: (token) => {
      const name = store.get<string>(tokens, handleOf(token));
      return name === undefined ? undefined : find(name);
    },
    list: () => store.list<Connector>(connectors).map(({ value }) => value),
    make: ({ name, issuer, token = newSecret(random) }) => {
      const effect = (): void => {
        const before = find(name);
        if (before) store.delete(tokens, before.tokenHandle);
        const tokenHandle = handleOf(token);
        store.put<Connector>(connectors, name, { name, issuer, tokenHandle, madeAtMs: clock.now() });
        store.put(tokens, tokenHandle, name);
      };
      return { token, effect };
    },
    revoke: (name) => change(name, { revoked: true }),
    stop: (name, stopped) => change(name, { stopped }),
    goOn: (name) => change(name, { stopped: undefined }),
  };
}
