/** Gathers what is wrong with a proposed route table, row by row and pair by pair, so that all of it can be said at once (C-07). */
import { z } from 'zod';
import { matches } from '../find-route.ts';
import { areOfOneForm, formOf, isParameter, type Route, routeSchema, rowName, wholeRow } from '../route.ts';
import { readTarget } from '../target.ts';
import type { RouteTableFacts } from './rules.ts';

/** What a table is judged against: it comes from the cloud, and never from the table. */
export type RouteGround<Service extends string> = {
  readonly services: readonly [Service, ...Service[]];
  readonly hosts: readonly string[];
  /** Services that decide for themselves who is asking; to all others nobody comes without a session. */
  readonly judgeVisitors: readonly Service[];
  /** Services that know bearer tokens. */
  readonly judgeConnectors: readonly Service[];
  /** Rows without which nobody could repair anything any more: each stays as it is, in every field. */
  readonly doors: readonly Route<Service>[];
  /** The only rows that another site may call, by their address, service and access (S4). */
  readonly calledCrossSite: readonly Route<Service>[];
  /** The only rows whose service reads and sets cookies, by their address and service (S7). */
  readonly ownsCookies: readonly Route<Service>[];
};

/** The rows that could be read, with all that is wrong about them and the others. */
export function routeTableFacts<Service extends string>(
  input: unknown,
  ground: RouteGround<Service>,
): { readonly rows: readonly Route<Service>[]; readonly facts: RouteTableFacts } {
  const { rows, malformed } = readRows(input, ground);
  const pairs = pairsIn(rows);
  const facts = {
    malformed,
    foreignHosts: rows.filter(({ host }) => !ground.hosts.includes(host)).map(rowName),
    unreachable: rows.filter(({ path }) => !isReachable(path)).map(rowName),
    duplicates: pairs.flatMap(([one, other]) => (areOfOneForm(one.path, other.path) ? [pairName(one, other)] : [])),
    ambiguous: pairs.flatMap(([one, other]) => (isAmbiguous(one.path, other.path) ? [pairName(one, other)] : [])),
    anonymousByAccident: rows.filter((row) => !mayGoOnUnasked(row, ground)).map(rowName),
    impossibleStreams: rows.filter((row) => (row.streams || row.upgrades) && !mayStream(row)).map(rowName),
    crossSiteByAccident: without(
      ground.calledCrossSite.map(asked),
      rows.filter(({ calledCrossSite }) => calledCrossSite),
      asked,
    ).map(rowName),
    cookiesByAccident: without(
      ground.ownsCookies.map(place),
      rows.filter(({ ownsCookies }) => ownsCookies),
      place,
    ).map(rowName),
    missingDoors: without(rows.map(wholeRow), ground.doors, wholeRow).map(rowName),
  };
  return { rows, facts };
}

function readRows<Service extends string>(
  input: unknown,
  { services }: RouteGround<Service>,
): { readonly rows: readonly Route<Service>[]; readonly malformed: readonly string[] } {
  if (!Array.isArray(input)) return { rows: [], malformed: ['the table is not a list of rows'] };
  const schema = routeSchema(services);
  const read = input.map((row: unknown, index) => ({ index, result: schema.safeParse(row) }));
  return {
    rows: read.flatMap(({ result }) => (result.success ? [result.data as Route<Service>] : [])),
    malformed: read.flatMap(({ index, result }) => (result.success ? [] : [`row ${index + 1}: ${said(result.error)}`])),
  };
}

const said = (error: z.ZodError): string => z.prettifyError(error).replaceAll('\n', ' ');

type Pair = readonly [Route, Route];
/** Rows of one host and method, two at a time. */
const pairsIn = (rows: readonly Route[]): readonly Pair[] =>
  [...Map.groupBy(rows, ({ host, method }) => `${method} ${host}`).values()].flatMap((alike) =>
    alike.flatMap((one, index) => alike.slice(index + 1).map((other): Pair => [one, other])),
  );
const pairName = (one: Route, other: Route): string => `${rowName(one)} and ${other.path}`;

/** No path in the one form that we take would ever match it. */
function isReachable(template: string): boolean {
  const parameters = template
    .split('/')
    .filter(isParameter)
    .map((segment) => segment.slice(1));
  const named = parameters.every((name) => /^[a-z][A-Za-z]*$/.test(name)) && new Set(parameters).size === parameters.length;
  const { percentInPath, dotSegment, emptySegment, foreignInPath } = readTarget(formOf(template).replaceAll('/:', '/p'));
  return named && !percentInPath && !dotSegment && !emptySegment && !foreignInPath;
}

/** Both match some path, they are not of one form, and neither is at least as literal in every segment. */
function isAmbiguous(one: string, other: string): boolean {
  // A path without a parameter is as literal as can be in every segment.
  if (!one.includes(':') || !other.includes(':')) return false;
  const [left, right] = [one.split('/'), other.split('/')];
  if (left.length !== right.length || areOfOneForm(one, other)) return false;
  const common = left.map((segment, index) => (isParameter(segment) ? (right[index] ?? '') : segment));
  const path = common.map((segment) => (isParameter(segment) ? 'p' : segment)).join('/');
  if (!matches(one, path) || !matches(other, path)) return false;
  const wider = (wide: readonly string[], narrow: readonly string[]): boolean =>
    wide.every((segment, index) => isParameter(segment) || !isParameter(narrow[index] ?? ''));
  return !wider(left, right) && !wider(right, left);
}

const mayGoOnUnasked = <Service extends string>(row: Route<Service>, ground: RouteGround<Service>): boolean => {
  if (row.access === 'connector') return ground.judgeConnectors.includes(row.to);
  return row.access === 'session' || mayBeAnonymous(row, ground);
};

/** Named to the last segment, and to a service that judges its visitors: a parameter would open what nobody has listed. */
const mayBeAnonymous = <Service extends string>({ to, path }: Route<Service>, { judgeVisitors }: RouteGround<Service>): boolean =>
  judgeVisitors.includes(to) && !path.includes(':');

/** What goes on is ended with its session: so it has one. A stream is read, and a web socket begins with a GET. */
const mayStream = ({ method, access, streams, upgrades }: Route): boolean =>
  method === 'GET' && access === 'session' && !(streams && upgrades);

const without = (known: readonly string[], rows: readonly Route[], nameOf: (row: Route) => string): readonly Route[] => {
  const there = new Set(known);
  return rows.filter((row) => !there.has(nameOf(row)));
};
const place = ({ host, method, path, to }: Route): string => JSON.stringify([host, method, path, to]);
const asked = (row: Route): string => JSON.stringify([place(row), row.access]);
