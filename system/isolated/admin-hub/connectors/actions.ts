/** Connectors: made with a token that is shown once, revoked, let go on after the guard stopped them, and what each did last (N-07). */
import { type Answer, jsonAnswer, pageAnswer } from '../../../kernel/answer.ts';
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import { idpName } from '../../../kernel/idp-settings.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { connectorsPage, newTokenPage } from './page.ts';

/** Of all connectors together: whoever wants more looks at the records. */
const looksBack = 200;

export function connectorsActions(parts: HubParts): readonly HubAction[] {
  const { administration } = parts;
  const changing = (path: 'revoke' | 'resume', prepared: (name: string) => { readonly effect: () => void }): HubAction => ({
    method: 'POST',
    path: `/connectors/${path}`,
    event: 'directory.connector.changed',
    run: (_who, request) => {
      const { name = '' } = request.form;
      const { effect } = prepared(name);
      return done(request, { location: `/connectors?done=${path}`, facts: { connector: name, change: path }, effect });
    },
  });
  return [
    { method: 'GET', path: '/connectors', event: 'admin-hub.connectors.shown', run: (who, request) => showConnectors(parts, who, request) },
    { method: 'POST', path: '/connectors/make', event: 'directory.connector.changed', run: (who, request) => make(parts, who, request) },
    changing('revoke', administration.revokeConnector),
    changing('resume', administration.resumeConnector),
    {
      method: 'POST',
      path: '/connectors/discard',
      event: 'directory.connector.changed',
      run: async (who, request) => {
        const { name = '' } = request.form;
        const undone = await administration.discardConnector(name, askerOf(who, request));
        return done(request, {
          location: '/connectors?done=discard',
          value: { undone },
          facts: { connector: name, change: 'discard', undone },
        });
      },
    },
  ];
}

/** The token stands in this answer, and nowhere else. Whose names its external ids are is not typed: the identity provider's, or nobody's. */
function make(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { administration, settings, cloud } = parts;
  const name = (request.form.name ?? '').trim();
  const current = settings.current();
  const issuer = request.form['external-ids'] === 'of-the-idp' && current ? idpName(current) : undefined;
  const { token, effect } = administration.makeConnector({ name, issuer });
  const extras = { facts: { connector: name, change: 'make' }, effect };
  return request.wantsPage ? pageAnswer(newTokenPage(parts.frame(who), name, token), extras) : jsonAnswer({ cloud, name, token }, extras);
}

async function showConnectors(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Promise<Answer> {
  const { directory, trail, settings } = parts;
  const connectors = directory.connectors();
  const actors = new Set(connectors.map(({ name }) => `connector ${name}`));
  const { records } = await trail.page({
    limit: looksBack,
    wanted: ({ actor, event }) => actors.has(actor) && event !== 'directory.changed',
  });
  const last = new Map<string, AuditRecord>();
  for (const record of records) if (!last.has(record.actor)) last.set(record.actor, record);
  const listed = connectors.map((connector) => ({ ...connector, last: last.get(`connector ${connector.name}`) }));
  const current = settings.current();
  const frame = parts.frame(who);
  return shown(parts, request, {
    value: { connectors: listed, formToken: frame.formToken },
    page: () => connectorsPage(frame, { connectors: listed, idp: current && idpName(current), query: request.query }),
  });
}
