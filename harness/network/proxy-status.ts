/** How our proxies say why they have no answer, and how that is read back: the Proxy-Status field, RFC 9209 §2.3. */

/** The error types that are used here, of RFC 9209 §2.3. */
export const proxyErrors = [
  'dns_error',
  'connection_refused',
  'connection_timeout',
  'connection_terminated',
  'destination_ip_unroutable',
  'http_request_denied',
  'proxy_internal_error',
] as const;
export type ProxyError = (typeof proxyErrors)[number];

/** The field's value: `tempered; error=connection_refused`. */
export const proxyStatus = (error: ProxyError): string => `tempered; error=${error}`;

/** The error type in a field's value; undefined when there is none that is known here. */
export function proxyErrorIn(value: string | undefined): ProxyError | undefined {
  const named = /;\s*error=([a-z_]+)/.exec(value ?? '')?.[1];
  return proxyErrors.find((error) => error === named);
}

/** The error type for what the operating system said about a connection attempt. */
export function proxyErrorOf(error: NodeJS.ErrnoException): ProxyError {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'connection_refused';
    case 'ETIMEDOUT':
      return 'connection_timeout';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'destination_ip_unroutable';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'connection_terminated';
    default:
      return 'proxy_internal_error';
  }
}
