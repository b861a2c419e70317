/** All that somebody outside needs to drive a running world, as one JSON document. It holds passwords and private keys of fixtures: whoever writes it down does so with mode 0600 (S26). */
import { z } from 'zod';
import { breakGlassAccounts, hosts, networks, type PersonRecord, people } from '../../fixtures/fixtures.ts';
import type { Booted } from '../../run/boot.ts';
import type { RunningWorld } from '../../world/world.ts';
import type { PacServer } from './pac-server.ts';

const place = z.strictObject({ address: z.string(), port: z.int() });

export const upDocumentSchema = z.strictObject({
  schema: z.literal('tempered-up/1'),
  pid: z.int().describe('the process that holds the world; it ends with it'),
  startedAtMs: z.int().describe('milliseconds since the epoch'),
  seed: z.int(),
  hosts: z.record(z.string(), z.string()).describe('host names by what they are'),
  urls: z.record(z.string(), z.url()),
  caFile: z.string().describe('PEM of the only authority that the certificates of the hosts come from; good for .test names and 48 h'),
  exits: z
    .record(z.string(), z.strictObject({ proxy: z.url(), sourceAddress: z.string(), pacUrl: z.url() }))
    .describe('a CONNECT proxy for each network'),
  resolver: z.record(z.string(), place).describe('where each host really listens'),
  users: z.array(
    z.strictObject({
      name: z.string(),
      email: z.string(),
      password: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      orgAdmin: z.boolean(),
      note: z.string().optional().describe('what is special about this person, for people'),
    }),
  ),
  breakGlass: z.strictObject({
    ranges: z.array(z.string()),
    signInUrl: z.url(),
    accounts: z.array(
      z.strictObject({
        name: z.string(),
        email: z.string(),
        password: z.string(),
        keys: z
          .array(
            z.strictObject({
              credentialId: z.string(),
              privateKey: z.string(),
              rpId: z.string(),
              userHandle: z.string(),
              signCount: z.int(),
            }),
          )
          .describe('discoverable ES256 credentials; binary parts are base64url, the private key is PKCS#8 DER'),
      }),
    ),
  }),
  idp: z.strictObject({
    driver: z.string(),
    version: z.string(),
    issuer: z.url(),
    baseUrl: z.url(),
    upstream: place,
    clientId: z.string(),
    clientSecret: z.string(),
    samlMetadataUrl: z.url().describe('for AdminHub to import, so that people sign in by SAML'),
  }),
  auditFiles: z.record(z.string(), z.string()).describe('the append-only audit log of each zone'),
  mailboxUrl: z.url().describe('every mail that was sent, for people to read'),
  authorityUrl: z.url(),
});
export type UpDocument = z.infer<typeof upDocumentSchema>;

export type Up = {
  readonly booted: Booted;
  readonly world: RunningWorld;
  readonly pac: PacServer;
  readonly seed: number;
  readonly startedAtMs: number;
  readonly breakGlassRanges: readonly string[];
};

/** Throws when the document would not fit its own schema. */
export function described({ booted, world, pac, seed, startedAtMs, breakGlassRanges }: Up): UpDocument {
  const { realm } = world.view;
  return upDocumentSchema.parse({
    schema: 'tempered-up/1',
    pid: process.pid,
    startedAtMs,
    seed,
    hosts,
    urls: {
      ...Object.fromEntries(Object.entries(world.target.origins).map(([name, origin]) => [name, origin.href])),
      idp: `https://${hosts.idp}/`,
      launchpad: `https://${hosts.launchpad}/`,
    },
    caFile: booted.authorityPemFile,
    exits: Object.fromEntries(
      Object.entries(networks).map(([name, sourceAddress]) => [
        name,
        { proxy: world.exits[name as keyof typeof networks].url, sourceAddress, pacUrl: pac.pacUrl(name) },
      ]),
    ),
    resolver: resolverTable(world),
    users: world.users.map((user) => ({
      ...aboutPerson(user.name),
      name: user.name,
      email: user.email,
      password: user.password,
      orgAdmin: user.name === 'ada',
    })),
    breakGlass: {
      ranges: breakGlassRanges,
      signInUrl: new URL('/break-glass', world.target.origins.admin).href,
      accounts: Object.entries(breakGlassAccounts).map(([name, { email }]) => {
        const account = name as keyof typeof breakGlassAccounts;
        return { name, email, password: world.keys.passwordOf(account), keys: world.keys.keysOf(account) };
      }),
    },
    idp: {
      driver: booted.chosen.idp.driver,
      version: booted.chosen.idp.version,
      issuer: realm.issuer.href,
      baseUrl: realm.issuer.origin,
      upstream: { address: booted.chosen.idp.upstream().host, port: booted.chosen.idp.upstream().port },
      clientId: realm.relyingParty.clientId,
      clientSecret: realm.relyingParty.clientSecret,
      samlMetadataUrl: realm.saml.metadataUrl.href,
    },
    auditFiles: world.target.auditFiles,
    mailboxUrl: world.target.mailboxUrl,
    authorityUrl: pac.authorityUrl,
  });
}

/** Only the hosts that exist: the desk has none yet. */
const resolverTable = ({ names }: Pick<RunningWorld, 'names'>): UpDocument['resolver'] =>
  Object.fromEntries(
    Object.values(hosts).flatMap((host) => {
      const found = names.resolve(host, 'up');
      return found ? [[host, { address: found.address, port: found.port }]] : [];
    }),
  );

type About = Pick<UpDocument['users'][number], 'givenName' | 'familyName' | 'note'>;
function aboutPerson(name: string): About {
  const { givenName = '', familyName = '', note } = Object.entries<PersonRecord>(people).find(([known]) => known === name)?.[1] ?? {};
  return { givenName, familyName, ...(note === undefined ? {} : { note }) };
}
