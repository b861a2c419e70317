/** One row of the route table, as it is configured: a host, a method and a path that lead to one service, and who may ask (M-05, M-06). */
import { z } from 'zod';
import { maxBodyBytes } from '../../kernel/body-limits.ts';

/**
 * HEAD and OPTIONS are no methods of a row, and are refused everywhere: what a HEAD would say is in no record of what was shown, and no
 * script of another origin has any business here, so no preflight of CORS is ever answered (Fetch §3.3).
 */
const routeMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const kib = 1_024;
export const usualBodyBytes = 64 * kib;

export type Route<Service extends string = string> = {
  readonly host: string;
  readonly method: (typeof routeMethods)[number];
  /** Literal segments, and `:name` for exactly one segment. Where two rows match, the one that is literal earlier wins, whatever their order. */
  readonly path: string;
  readonly to: Service;
  /** `anonymous`: on the allowlist for unauthenticated access. `session`: one authentication call decides. `connector`: the service knows its bearer tokens; no cookie travels, so no other site can borrow one. */
  readonly access: 'anonymous' | 'session' | 'connector';
  /** The service reads and sets its own cookies; every other service never sees one. */
  readonly ownsCookies?: true | undefined;
  /** Called by another site on purpose, so exempt from the origin rules: back-channel logout. */
  readonly calledCrossSite?: true | undefined;
  /** The largest body in bytes; 64 KiB when nothing is said. */
  readonly maxBodyBytes?: number | undefined;
  /** The answer may go on for as long as the session lives: server-sent events. */
  readonly streams?: true | undefined;
  /** The connection may become a web socket, and lives no longer than the session. RFC 6455. */
  readonly upgrades?: 'websocket' | undefined;
};

/** Unknown keys, services and methods are errors. */
export const routeSchema = <Service extends string>(services: readonly [Service, ...Service[]]) =>
  z.strictObject({
    host: z.string(),
    method: z.enum(routeMethods),
    path: z.string().startsWith('/'),
    to: z.enum(services),
    access: z.enum(['anonymous', 'session', 'connector']),
    ownsCookies: z.literal(true).optional(),
    calledCrossSite: z.literal(true).optional(),
    maxBodyBytes: z.int().positive().max(maxBodyBytes).optional(),
    streams: z.literal(true).optional(),
    upgrades: z.literal('websocket').optional(),
  });

export const isParameter = (segment: string): boolean => segment.startsWith(':');
/** With its parameters unnamed. */
export const formOf = (path: string): string =>
  path
    .split('/')
    .map((segment) => (isParameter(segment) ? ':' : segment))
    .join('/');
/** Then both match the same paths. One without a parameter is of no form but its own. */
export const areOfOneForm = (one: string, other: string): boolean =>
  one === other || (one.includes(':') && other.includes(':') && formOf(one) === formOf(other));
/** A row as people name it. */
export const rowName = ({ method, host, path }: Pick<Route, 'host' | 'method' | 'path'>): string => `${method} ${host}${path}`;
/** Every field, whatever their order: a row with another access, limit or mark is another row. */
export const wholeRow = (row: Route): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
