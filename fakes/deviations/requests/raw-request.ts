/** An honest HTTP/1.1 request as it is written down, and what every deviation of requests makes of one. */
import type { Deviation } from '../deviation.ts';

/** All texts are Latin-1: a character is a byte. */
export type RawRequest = {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};
/** `sendsOnly`: so many bytes of it, and then nothing more. */
export type Sending = { readonly text: string; readonly sendsOnly?: number };
/** Names of other places: another host of the same cloud, and one of another cloud. */
export type OtherHosts = { readonly other: string; readonly foreign: string };
/** `of`: the honest request that it departs from, one that reads data or one that posts a form. */
export type RequestDeviation = Deviation<(honest: RawRequest, hosts: OtherHosts) => Sending> & { readonly of: 'reading' | 'posting' };

const headOf = ({ method, target, version, headers }: RawRequest): string =>
  [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');

/** The request as bytes. */
export const written = (request: RawRequest): Sending => ({ text: headOf(request) + request.body });
/** The same with a change of its text, for what no honest writer would write. */
export const rewritten = (request: RawRequest, from: string, to: string): Sending => ({
  text: written(request).text.replace(from, () => to),
});
/** Only the head, or all but the last byte of the body: nothing follows. */
export const heldBack = (request: RawRequest, from: 'head' | 'body'): Sending => ({
  ...written(request),
  sendsOnly: from === 'head' ? headOf(request).length - 2 : headOf(request).length + request.body.length - 1,
});

export const withTarget = (request: RawRequest, target: string): Sending => written({ ...request, target });
export const withMethod = (request: RawRequest, method: string): Sending => written({ ...request, method });
/** After all others. */
export const withHeader = (request: RawRequest, name: string, value: string): Sending =>
  written({ ...request, headers: [...request.headers, [name, value]] });
const isNamed = (wanted: string, [name]: readonly [string, string]): boolean => name.toLowerCase() === wanted.toLowerCase();
/** In place of the one that is there. */
export const changingHeader = (request: RawRequest, name: string, change: (value: string) => string): Sending =>
  written({
    ...request,
    headers: request.headers.map((header) => (isNamed(name, header) ? ([header[0], change(header[1])] as const) : header)),
  });
export const withoutHeader = (request: RawRequest, name: string): RawRequest => ({
  ...request,
  headers: request.headers.filter((header) => !isNamed(name, header)),
});
