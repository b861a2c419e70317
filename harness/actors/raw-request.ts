/** A request written down to its last byte: what a signed-in person's browser would send, for somebody to depart from. */

/** Names and values of headers are sent as they stand here, in this order. All texts are Latin-1: a character is a byte. */
export type RawRequest = {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};
/** What goes over the wire. `sendsOnly`: so many bytes, and then nothing more. */
export type Sending = { readonly text: string; readonly sendsOnly?: number };
/** Writes the request down; `hosts` are the names of other places that it may mean. */
export type Compose = (honest: RawRequest, hosts: { readonly other: string; readonly foreign: string }) => Sending;
/** `reading` asks for the issues as data, `posting` sends the form for a new one. */
export type RawKind = 'reading' | 'posting';
