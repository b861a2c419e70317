/** The settings of one isolated cloud: plain JSON, parsed once at the start, all problems reported together, unknown keys refused. */
import { z } from 'zod';
import { breakGlassConfigSchema } from './break-glass/index.ts';
import { sessionsConfigSchema } from './session/index.ts';

const hostName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name, without scheme or port');
const identity = z.strictObject({ role: z.string(), certPem: z.string(), keyPem: z.string(), authorityPem: z.string() });

const hasNoUserInfo = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.username === '' && url.password === '';
};

export const isolatedConfigSchema = z.strictObject({
  cloud: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/)
    .describe('the name of the cloud, as in its context tokens'),
  address: z.string().describe('where the listeners bind'),
  hosts: z.strictObject({ login: hostName, admin: hostName, tracker: hostName, wiki: hostName }),
  identities: z.strictObject({
    ingress: identity,
    'authentication-service': identity,
    'break-glass': identity,
    'admin-hub': identity,
    tracker: identity,
    wiki: identity,
  }),
  sessions: sessionsConfigSchema.prefault({}),
  idpDomainAllowlist: z
    .array(z.string())
    .min(1)
    .describe('where identity provider settings may point: exact host, optional path prefix (B-09)'),
  hrFeedUrl: z
    .url({ protocol: /^https$/ })
    .refine(hasNoUserInfo, 'an address names no user and no password')
    .optional()
    .describe('where the HR feed is, whole: no setting of an org admin, so that nobody points the cloud elsewhere (S18)'),
  alertRoster: z
    .array(z.email())
    .default([])
    .describe(
      'who is told by mail, past the identity provider, that nobody is an org admin any more or that an automation was stopped (N-01)',
    ),
  routes: z
    .array(z.unknown())
    .optional()
    .describe('another route table than the released one, whole; judged by the rules of ingress.route-table (C-07)'),
  breakGlass: breakGlassConfigSchema.omit({ cloud: true, adminHost: true }),
});
export type IsolatedConfig = z.output<typeof isolatedConfigSchema>;
export type IsolatedConfigInput = z.input<typeof isolatedConfigSchema>;
