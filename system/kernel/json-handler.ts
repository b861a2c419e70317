/** One JSON call between our own parts: POST on one path, one schema in, one value out; anything else is 404, and a failure says nothing. */
import type { RequestListener } from 'node:http';
import type { z } from 'zod';
import { boundedBytes } from './bounded-bytes.ts';
import type { Log } from './ports.ts';

const maxBytes = 32 * 1024;

export type JsonCall<Schema extends z.ZodType> = {
  readonly path: string;
  readonly schema: Schema;
  answer(question: z.output<Schema>): Promise<unknown>;
  readonly log: Log;
};

/** For a listener that accepts one workload role. `answer` may throw: the caller then gets 500 without a word. */
export function jsonHandler<Schema extends z.ZodType>({ path, schema, answer, log }: JsonCall<Schema>): RequestListener {
  return (request, response) => {
    if (request.method !== 'POST' || request.url !== path) return void response.writeHead(404).end();
    boundedBytes(request, maxBytes)
      .then((body) => answer(schema.parse(JSON.parse(body.toString('utf8')))))
      .then((said) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said)))
      .catch((error: unknown) => {
        log.error(`a call of ${path} could not be answered`, error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  };
}
