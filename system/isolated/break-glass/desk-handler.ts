/** The one thing that the provider's Support Desk may ask of break-glass, as JSON on a listener that accepts only its role (S2). */
import type { RequestListener } from 'node:http';
import { z } from 'zod';
import { jsonHandler } from '../../kernel/json-handler.ts';
import type { Log } from '../../kernel/ports.ts';
import type { LinkAnswer, LinkRequest } from './registration-link.ts';

export const registrationLinkPath = '/registration-links';
const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/);
const linkRequest = z.strictObject({ account: name, operator: name });

/** 200 with a `LinkAnswer`; anything else has no body. */
export const deskHandler = (issue: (request: LinkRequest) => Promise<LinkAnswer>, log: Log): RequestListener =>
  jsonHandler(registrationLinkPath, linkRequest, issue, log);
