/** Notes what the start page's host was sent, as it came: its owner would read the same in a log. */
import type { IncomingMessage } from 'node:http';

/** `head`: request line and headers. */
export type HeardRequest = { readonly from: string; readonly head: string; readonly body: Uint8Array };

/** Resolves when the request has come whole, or was broken off. */
export async function heardRequest(request: IncomingMessage): Promise<HeardRequest> {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  await new Promise<void>((resolve) => {
    request.once('end', resolve);
    request.once('close', resolve);
  });
  const { method, url, rawHeaders, socket } = request;
  const lines = [`${method} ${url}`];
  for (let index = 0; index < rawHeaders.length; index += 2) lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  return { from: socket.remoteAddress ?? '', head: lines.join('\r\n'), body: Buffer.concat(parts) };
}
