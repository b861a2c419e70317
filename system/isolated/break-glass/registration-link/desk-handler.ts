/** The one thing that the provider's Support Desk may ask of break-glass, as JSON on a listener that accepts only its role (S2). */
import type { RequestListener } from 'node:http';
import { jsonHandler } from '../../../kernel/json-handler.ts';
import type { Log } from '../../../kernel/ports.ts';
import { type LinkAnswer, type LinkRequest, linkRequestSchema, registrationLinkPath } from '../../../kernel/registration-link.ts';

/** 200 with a `LinkAnswer`; anything else has no body. */
export const deskHandler = (issue: (request: LinkRequest) => Promise<LinkAnswer>, log: Log): RequestListener =>
  jsonHandler({ path: registrationLinkPath, schema: linkRequestSchema, answer: issue, log });
