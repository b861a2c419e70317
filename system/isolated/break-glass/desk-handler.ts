/** The one thing that the provider's Support Desk may ask of break-glass, as JSON on a listener that accepts only its role (S2). */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Log } from '../../kernel/ports.ts';
import type { LinkAnswer, LinkRequest } from './registration-link.ts';

export const registrationLinkPath = '/registration-links';
const maxBytes = 4 * 1024;
const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/);
const linkRequest = z.strictObject({ account: name, operator: name });

/** Undefined when the body is too large or is not a link request. */
async function read(request: IncomingMessage): Promise<LinkRequest | undefined> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) {
    parts.push(part);
    if (parts.reduce((bytes, { length }) => bytes + length, 0) > maxBytes) return undefined;
  }
  try {
    return linkRequest.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function say(response: ServerResponse, status: number, value?: LinkAnswer): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(value === undefined ? '' : JSON.stringify(value));
}

/** 200 with a `LinkAnswer`; 400, 404 and 503 without a body. */
export function deskHandler(issue: (request: LinkRequest) => Promise<LinkAnswer>, log: Log): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || request.url !== registrationLinkPath) return say(response, 404);
    const asked = await read(request);
    if (asked === undefined) return say(response, 400);
    say(response, 200, await issue(asked));
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('a registration link was not issued', error);
      say(response, 503);
    });
  };
}
