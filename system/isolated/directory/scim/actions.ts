/** The SCIM server of the cloud: judged, measured by the mass-change guard with all that the connector did lately, recorded, done, answered. RFC 7644 §3. */
import { type Answer, emptyAnswer } from '../../../kernel/answer.ts';
import type { DirectoryChange } from '../../../kernel/directory.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import type { Action, ServiceRequest } from '../../../kernel/service.ts';
import { type Connector, managerOf } from '../connectors.ts';
import { endsSomebody } from '../subject-of.ts';
import { createGroup, patchGroup, removeGroup, replaceGroup } from './groups.ts';
import { listed, oneResource, resourceTypes, schemas, serviceProviderConfig } from './listing.ts';
import { admitted, type ScimParts } from './parts.ts';
import { noteRefusal } from './patience.ts';
import { type Kind, scimBase } from './resources.ts';
import { type Asked, createUser, type Plan, patchUser, removeUser, replaceUser } from './users.ts';

type Json = Readonly<Record<string, unknown>>;
type Planning = (parts: ScimParts, connector: Connector, asked: Asked) => Plan | Promise<Plan>;

const scimAnswer = (status: number, value: Json, headers: Readonly<Record<string, string>> = {}): Answer => ({
  ...emptyAnswer(status, { headers }),
  content: { kind: 'text', type: 'application/scim+json', text: JSON.stringify(value) },
});

/** For AdminHub's host. */
export function scimActions(parts: ScimParts): readonly Action[] {
  const actors = new WeakMap<ServiceRequest, string>();
  const come = (request: ServiceRequest, reads: boolean): Connector => {
    const named = request.bearer === undefined ? undefined : parts.policy.connectorByToken(parts.connectors, request.bearer);
    if (named !== undefined) actors.set(request, `connector ${named.name}`);
    return admitted(parts, request, reads);
  };
  const refused = (refusal: Refusal, request: ServiceRequest): Answer => refusedAs(refusal, actors.get(request));
  const reading = (path: string, read: (connector: Connector, request: ServiceRequest) => Json): Action => ({
    method: 'GET',
    path: `${scimBase}${path}`,
    event: 'directory.scim.read',
    refused,
    run: async (request) => {
      const connector = come(request, true);
      return { ...scimAnswer(200, read(connector, request)), actor: `connector ${connector.name}` };
    },
  });
  const writing = (method: Exclude<Action['method'], 'GET'>, path: string, plan: Planning): Action => ({
    method,
    path: `${scimBase}${path}`,
    event: 'directory.scim.written',
    refused,
    run: (request) =>
      parts.changing.exclusively(async () => {
        const connector = come(request, false);
        const of = await planAndPush(parts, connector, { plan, request }).catch((error: unknown) => {
          noteRefusal(parts, connector, { error, reference: request.reference });
          throw error;
        });
        const actor = `connector ${connector.name}`;
        if (method === 'DELETE') return emptyAnswer(204, { actor });
        const resource = oneResource(parts, connector, { kind: path.startsWith('/Users') ? 'User' : 'Group', id: of });
        return { ...scimAnswer(method === 'POST' ? 201 : 200, resource), actor };
      }),
  });
  const both = (kind: Kind): readonly Action[] => [
    reading(`/${kind}s`, (connector, { query }) => listed(parts, connector, { kind, query })),
    reading(`/${kind}s/:id`, (connector, { parameters: { id = '' } }) => oneResource(parts, connector, { kind, id })),
  ];
  return [
    reading('/ServiceProviderConfig', () => serviceProviderConfig),
    reading('/Schemas', () => schemas),
    reading('/ResourceTypes', () => resourceTypes),
    ...both('User'),
    writing('POST', '/Users', (_, connector, { json }) => createUser(parts, connector, json)),
    writing('PUT', '/Users/:id', replaceUser),
    writing('PATCH', '/Users/:id', patchUser),
    writing('DELETE', '/Users/:id', removeUser),
    ...both('Group'),
    writing('POST', '/Groups', (_, connector, { json }) => createGroup(parts, connector, json)),
    writing('PUT', '/Groups/:id', replaceGroup),
    writing('PATCH', '/Groups/:id', patchGroup),
    writing('DELETE', '/Groups/:id', removeGroup),
  ];
}

type Planned = { readonly plan: Planning; readonly request: ServiceRequest };
/** The id of what was made or changed. */
async function planAndPush(parts: ScimParts, connector: Connector, { plan, request }: Planned): Promise<string> {
  const { id = '' } = request.parameters;
  const { changes, id: of } = await plan(parts, connector, { id, json: request.json, ifMatch: request.ifMatch });
  await pushed(parts, connector, { changes, request });
  return of;
}

type Push = { readonly changes: readonly DirectoryChange[]; readonly request: ServiceRequest };
/** What would be a mass together with what went before stops the connector, and nothing of it is done. */
async function pushed(parts: ScimParts, { name }: Connector, { changes, request }: Push): Promise<void> {
  const { changing, window, stored, connectors, alarm } = parts;
  const admins = changes.some(endsSomebody) ? stored.people.activeOrgAdmins() : [];
  const push = () =>
    changing.change({
      origin: 'scim',
      actor: `connector ${name}`,
      peer: request.peer,
      of: request.reference,
      changes,
      earlier: window.earlier(name),
    });
  try {
    const { loss } = await push().catch((error: unknown) => {
      if (isMassChange(error) && window.forgetOld(name)) return push();
      throw error;
    });
    window.note(name, { ...loss, orgAdminsLost: admins.filter((subject) => loss.suspended.has(subject)).length });
  } catch (error) {
    if (isMassChange(error)) {
      connectors.stop(name, error.code);
      alarm({
        event: 'directory.alarm.raised',
        code: error.code,
        says: `The connector ${name} was stopped, because it was about to take too much away. Nothing more is done by it until an org admin says so.`,
        facts: { manager: managerOf(name) },
      });
    }
    throw error;
  }
}

const isMassChange = (error: unknown): error is Refusal => error instanceof Refusal && error.code.startsWith('directory.mass-change.');

const strangers: readonly RefusalCode[] = ['directory.scim.token-missing', 'directory.scim.token-unknown', 'directory.scim.token-revoked'];
const said: Readonly<Partial<Record<RefusalCode, { readonly status: number; readonly scimType?: string; readonly detail: string }>>> = {
  'directory.scim.malformed': { status: 400, scimType: 'invalidSyntax', detail: 'This cannot be read as what it should be.' },
  'directory.scim.filter-malformed': { status: 400, scimType: 'invalidFilter', detail: 'This filter cannot be read.' },
  'directory.scim.not-found': { status: 404, detail: 'There is no such resource.' },
  'directory.scim.version-outdated': { status: 412, detail: 'It was changed meanwhile: read it again.' },
  'directory.scim.role-given': { status: 403, detail: 'Roles are not given by SCIM.' },
  'directory.scim.name-missing': { status: 400, scimType: 'invalidValue', detail: 'It needs a name of at most 200 characters.' },
  'directory.scim.name-taken': { status: 409, scimType: 'uniqueness', detail: 'This name is taken.' },
  'directory.scim.email-domain-not-verified': { status: 400, scimType: 'invalidValue', detail: 'This e-mail address cannot be used.' },
  'directory.scim.refused-too-often': {
    status: 429,
    detail: 'This connector was refused too often: nothing is changed by it for an hour.',
  },
  'directory.suspension.of-another': { status: 409, detail: 'Somebody else suspended this person: only they end it.' },
  'directory.suspension.of-org-admin': { status: 409, detail: 'This person is let in again by hand only.' },
  'directory.scim.member-unknown': { status: 400, scimType: 'invalidValue', detail: 'A member is not known.' },
};

/** To strangers always the same; to a connector what it has to know. RFC 7644 §3.12. */
function refusedAs({ code }: Refusal, actor: string | undefined): Answer {
  const known = strangers.includes(code) || actor === undefined;
  const { status, scimType, detail } = known
    ? { status: 401, detail: 'A token is needed.' }
    : (said[code] ?? { status: 503, detail: 'Nothing is changed by this connector until an org admin has looked at it.' });
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType, detail };
  const headers: Record<string, string> =
    status === 401 ? { 'www-authenticate': 'Bearer realm="scim"' } : [429, 503].includes(status) ? { 'retry-after': '3600' } : {};
  return { ...scimAnswer(status, body, headers), ...(actor === undefined ? {} : { actor }) };
}
