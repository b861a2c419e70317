/** Requests that use another method, another protocol or another host than the honest one, on the honest one's connection. */
import { changingHeader, type RequestDeviation, rewritten, withHeader, withMethod, withoutHeader, written } from './raw-request.ts';

const edge = (reason: string) => `edge.request.${reason}`;
const unlisted = 'ingress.request.route-not-listed';
const wrongHost = edge('host-is-not-the-certificates');

export const methodAndHostDeviations = {
  'that-asks-for-the-head-only': {
    breaks: 'RFC 9110 §9.3.2',
    refusedWith: unlisted,
    title: 'it asks with HEAD, which no row lists',
    of: 'reading',
    make: (honest) => withMethod(honest, 'HEAD'),
  },
  'that-asks-for-the-options': {
    breaks: 'RFC 9110 §9.3.7',
    refusedWith: unlisted,
    title: 'it asks with OPTIONS, as scripts of other origins do first',
    of: 'reading',
    make: (honest) => withMethod(honest, 'OPTIONS'),
  },
  'that-deletes-what-may-be-read': {
    breaks: 'RFC 9110 §9.3.5',
    refusedWith: unlisted,
    title: 'it asks with DELETE for what is listed with GET',
    of: 'reading',
    make: (honest) => withMethod(honest, 'DELETE'),
  },
  'that-asks-to-be-shown-itself': {
    breaks: 'RFC 9110 §9.3.8',
    refusedWith: edge('method-not-served'),
    title: 'it asks with TRACE, whose answer would show its cookies to a script',
    of: 'reading',
    make: (honest) => withMethod(honest, 'TRACE'),
  },
  'that-asks-for-a-tunnel': {
    breaks: 'RFC 9110 §9.3.6',
    refusedWith: edge('tunnel-asked'),
    title: 'it asks with CONNECT for a tunnel',
    of: 'reading',
    make: (honest) => written({ ...honest, method: 'CONNECT', target: `${honest.headers[0]?.[1]}:443` }),
  },
  'with-a-method-in-small-letters': {
    breaks: 'RFC 9110 §9.1',
    refusedWith: edge('malformed'),
    title: 'its method is written in small letters',
    of: 'reading',
    make: (honest) => withMethod(honest, 'get'),
  },
  'of-a-version-that-is-not-served': {
    breaks: 'RFC 9112 §2.3',
    refusedWith: edge('version-not-served'),
    title: 'it calls itself HTTP/2.0, in the form of HTTP/1.1',
    of: 'reading',
    make: (honest) => written({ ...honest, version: 'HTTP/2.0' }),
  },
  'without-a-version': {
    breaks: 'RFC 9112 §3 (version)',
    refusedWith: edge('version-not-served'),
    title: 'it has no version, as before there were headers',
    of: 'reading',
    make: ({ method, target }) => ({ text: `${method} ${target}\r\n\r\n` }),
  },
  'that-begins-as-http-2': {
    breaks: 'RFC 9113 §3.4',
    refusedWith: edge('malformed'),
    title: 'it begins with the preface of HTTP/2, for which nobody asked in the handshake',
    of: 'reading',
    make: (honest) => ({ text: `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${written(honest).text}` }),
  },
  'that-asks-to-become-http-2': {
    breaks: 'RFC 9113 §3.1',
    refusedWith: edge('upgrade-not-served'),
    title: 'it asks to go on as HTTP/2, past everybody who judges requests',
    of: 'reading',
    make: (honest) => withHeader(honest, 'Upgrade', 'h2c'),
  },
  'that-asks-for-a-web-socket-where-none-is': {
    breaks: 'RFC 6455 §4.1',
    refusedWith: 'ingress.request.upgrade-not-listed',
    title: 'it asks for a web socket where no row allows one',
    of: 'reading',
    make: (honest) =>
      written({
        ...withoutHeader(honest, 'Connection'),
        headers: [
          ...withoutHeader(honest, 'Connection').headers,
          ['Connection', 'Upgrade'],
          ['Upgrade', 'websocket'],
          ['Sec-WebSocket-Version', '13'],
          ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
        ],
      }),
  },
  'without-a-host': {
    breaks: 'RFC 9112 §3.2',
    refusedWith: edge('host-missing'),
    title: 'it names no host',
    of: 'reading',
    make: (honest) => written(withoutHeader(honest, 'Host')),
  },
  'with-two-hosts': {
    breaks: 'RFC 9110 §7.2',
    refusedWith: edge('host-repeated'),
    title: 'it names two hosts',
    of: 'reading',
    make: (honest, { other }) => withHeader(honest, 'Host', other),
  },
  'for-another-host-of-the-cloud': {
    breaks: 'RFC 9110 §7.4',
    refusedWith: wrongHost,
    title: 'it names another host of the cloud than its connection does',
    of: 'reading',
    make: (honest, { other }) => changingHeader(honest, 'Host', () => other),
  },
  'for-a-host-of-another-cloud': {
    breaks: 'RFC 6066 §3',
    refusedWith: wrongHost,
    title: 'it names a host of another cloud on a connection to this one',
    of: 'reading',
    make: (honest, { foreign }) => changingHeader(honest, 'Host', () => foreign),
  },
  'with-a-port-behind-its-host': {
    breaks: 'RFC 3986 §3.2.3',
    refusedWith: wrongHost,
    title: 'it names the port behind its host',
    of: 'reading',
    make: (honest) => changingHeader(honest, 'Host', (host) => `${host}:443`),
  },
  'with-a-dot-behind-its-host': {
    breaks: 'RFC 1034 §3.1',
    refusedWith: wrongHost,
    title: 'it names its host with the dot of the root',
    of: 'reading',
    make: (honest) => changingHeader(honest, 'Host', (host) => `${host}.`),
  },
  'with-its-host-in-capitals': {
    breaks: 'RFC 3986 §3.2.2',
    refusedWith: wrongHost,
    title: 'it names its host in capitals',
    of: 'reading',
    make: (honest) => changingHeader(honest, 'Host', (host) => host.toUpperCase()),
  },
  'with-a-user-before-its-host': {
    breaks: 'RFC 9110 §4.2.4',
    refusedWith: wrongHost,
    title: 'it puts the name of a user before its host',
    of: 'reading',
    make: (honest) => changingHeader(honest, 'Host', (host) => `admin@${host}`),
  },
  'with-four-words-in-its-first-line': {
    breaks: 'RFC 9112 §3 (request line)',
    refusedWith: edge('malformed'),
    title: 'its first line has a word too many',
    of: 'reading',
    make: (honest) => rewritten(honest, ` ${honest.version}`, ` x ${honest.version}`),
  },
} as const satisfies Readonly<Record<string, RequestDeviation>>;
