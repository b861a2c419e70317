/** Every route of the isolated cloud, as one table: what is not here is not there (M-05). */
import type { Route, RouteGround } from './ingress/index.ts';

export type IsolatedHosts = { readonly login: string; readonly admin: string; readonly tracker: string; readonly wiki: string };
const routedServices = ['authentication-service', 'break-glass', 'admin-hub', 'tracker', 'wiki'] as const;
export type RoutedService = (typeof routedServices)[number];

/** `GET /.auth/session` on each product's host takes the sign-in over from `login.` (S7). */
export const isolatedRoutes = ({ login, admin, tracker, wiki }: IsolatedHosts): readonly Route<RoutedService>[] => [
  { host: login, method: 'GET', path: '/start', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'GET', path: '/callback', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'GET', path: '/sign-out', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'POST', path: '/sign-out', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'GET', path: '/signed-out', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'GET', path: '/sessions', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'POST', path: '/sessions/end', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: login, method: 'GET', path: '/jwks', to: 'authentication-service', access: 'anonymous' },
  { host: login, method: 'GET', path: '/frontchannel-logout', to: 'authentication-service', access: 'anonymous' },
  { host: login, method: 'POST', path: '/backchannel-logout', to: 'authentication-service', access: 'anonymous', calledCrossSite: true },
  { host: login, method: 'GET', path: '/saml/metadata', to: 'authentication-service', access: 'anonymous' },
  {
    host: login,
    method: 'POST',
    path: '/saml/acs',
    to: 'authentication-service',
    access: 'anonymous',
    ownsCookies: true,
    calledCrossSite: true,
  },
  { host: login, method: 'GET', path: '/saml/slo', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  {
    host: login,
    method: 'POST',
    path: '/saml/slo',
    to: 'authentication-service',
    access: 'anonymous',
    ownsCookies: true,
    calledCrossSite: true,
  },
  { host: login, method: 'GET', path: '/settings-test', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: tracker, method: 'GET', path: '/.auth/session', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: tracker, method: 'GET', path: '/', to: 'tracker', access: 'session' },
  { host: tracker, method: 'GET', path: '/api/issues', to: 'tracker', access: 'session' },
  { host: tracker, method: 'GET', path: '/api/issues/stream', to: 'tracker', access: 'session', streams: true },
  { host: tracker, method: 'GET', path: '/api/issues/socket', to: 'tracker', access: 'session', upgrades: 'websocket' },
  { host: tracker, method: 'GET', path: '/issues/:id', to: 'tracker', access: 'session' },
  { host: tracker, method: 'POST', path: '/issues', to: 'tracker', access: 'session' },
  { host: tracker, method: 'POST', path: '/issues/:id/close', to: 'tracker', access: 'session' },
  { host: wiki, method: 'GET', path: '/.auth/session', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: wiki, method: 'GET', path: '/', to: 'wiki', access: 'session' },
  { host: wiki, method: 'GET', path: '/api/pages', to: 'wiki', access: 'session' },
  { host: wiki, method: 'GET', path: '/pages/:id', to: 'wiki', access: 'session' },
  { host: wiki, method: 'POST', path: '/pages', to: 'wiki', access: 'session' },
  { host: wiki, method: 'POST', path: '/pages/:id', to: 'wiki', access: 'session' },
  { host: wiki, method: 'POST', path: '/pages/:id/comments', to: 'wiki', access: 'session' },
  { host: admin, method: 'GET', path: '/.auth/session', to: 'authentication-service', access: 'anonymous', ownsCookies: true },
  { host: admin, method: 'GET', path: '/break-glass', to: 'break-glass', access: 'anonymous', ownsCookies: true },
  { host: admin, method: 'POST', path: '/break-glass', to: 'break-glass', access: 'anonymous', ownsCookies: true },
  { host: admin, method: 'GET', path: '/break-glass/registration', to: 'break-glass', access: 'anonymous', ownsCookies: true },
  { host: admin, method: 'POST', path: '/break-glass/registration', to: 'break-glass', access: 'anonymous', ownsCookies: true },
  { host: admin, method: 'POST', path: '/break-glass/sign-out', to: 'break-glass', access: 'anonymous', ownsCookies: true },
  { host: admin, method: 'GET', path: '/', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/idp-settings', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/idp-settings', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/api/directory', to: 'admin-hub', access: 'session' },
  ...['people', 'connectors', 'domains', 'groups', 'rules', 'hr-feed', 'held'].map((what) => adminForm(admin, what)),
  ...['ServiceProviderConfig', 'Schemas', 'ResourceTypes', 'Users', 'Users/:id', 'Groups', 'Groups/:id'].map((path) =>
    scim(admin, 'GET', path),
  ),
  ...['Users', 'Groups'].map((path) => scim(admin, 'POST', path)),
  ...['Users/:id', 'Groups/:id'].flatMap((path) => (['PUT', 'PATCH', 'DELETE'] as const).map((method) => scim(admin, method, path))),
  { host: admin, method: 'POST', path: '/idp-settings/import', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/idp-settings/discard', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/idp-settings/test', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/idp-settings/activate', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/idp-settings/roll-back', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/diagnosis', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/keys', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/keys/strike-out', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/trust', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/trust/rotate', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/sessions', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/sessions/limits', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'POST', path: '/sessions/revoke', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/people', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/automation', to: 'admin-hub', access: 'session' },
  { host: admin, method: 'GET', path: '/audit', to: 'admin-hub', access: 'session' },
];

const adminForm = (host: string, what: string): Route<RoutedService> => ({
  host,
  method: 'POST',
  path: `/api/directory/${what}`,
  to: 'admin-hub',
  access: 'session',
});
/** A program comes by another way than a page: with a bearer token, without cookies, and without an origin. A group of ten thousand has a large body. */
const scim = (host: string, method: Route['method'], path: string): Route<RoutedService> => ({
  host,
  method,
  path: `/scim/v2/${path}`,
  to: 'admin-hub',
  access: 'connector',
  calledCrossSite: true,
  ...(['GET', 'DELETE'].includes(method) ? {} : { maxBodyBytes: 1_048_576 }),
});

/** Services that decide for themselves who is asking, and by what. To every other nobody comes without a session (M-05, M-06). */
const judgeVisitors: readonly RoutedService[] = ['authentication-service', 'break-glass'];

/** What a configured table is judged against. No table may take away or alter a row of AdminHub's host: there the way back in is (C-07). */
export function routeGround(hosts: IsolatedHosts): RouteGround<RoutedService> {
  const rows = isolatedRoutes(hosts);
  return {
    services: routedServices,
    hosts: Object.values(hosts),
    judgeVisitors,
    judgeConnectors: ['admin-hub'],
    doors: rows.filter(({ host, access }) => host === hosts.admin && access !== 'connector'),
    calledCrossSite: rows.filter(({ calledCrossSite }) => calledCrossSite),
    ownsCookies: rows.filter(({ ownsCookies }) => ownsCookies),
  };
}
