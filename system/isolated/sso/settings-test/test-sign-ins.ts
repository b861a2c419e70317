/**
 * Test sign-ins with a draft of the settings: the same protocols and rules, with the draft instead of what is in force, and with memories of
 * their own, so that no live sign-in notices (C-03, C-07). Whoever passes is signed on nowhere.
 */
import { type Answer, pageAnswer } from '../../../kernel/answer.ts';
import { ageSeconds } from '../../../kernel/expiring.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { IdpLook, SettingsTests } from '../../../kernel/idp-settings-draft.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import type { Action, Service, ServiceRequest } from '../../../kernel/service.ts';
import { type AvailabilityFacts, isAway, refuseAway } from '../idp.ts';
import { createOidc } from '../oidc/index.ts';
import type { Parts } from '../parts.ts';
import type { SsoPolicy } from '../policy.ts';
import { lookAt, type Protocols } from '../protocols.ts';
import { createSaml } from '../saml/index.ts';
import type { SettingsTestFacts } from './rules.ts';
import { apartFrom } from './store-apart.ts';

/** `known`: the subject of an identity that was here before. */
export type Testing = {
  readonly tests: SettingsTests;
  readonly adminOrigin: string;
  known(identity: { readonly issuer: string; readonly idpSubject: string }): string | undefined;
};
export type TestSignIns = {
  readonly start: Action;
  /** The same action, which does a test sign-in where one was begun, and is as it was for everybody else. */
  also(live: Action, refused: Service['refused']): Action;
  look(settings: IdpSettings): Promise<IdpLook>;
};
type Tables = { readonly settingsTest: RuleTable<SettingsTestFacts>; readonly availability: RuleTable<AvailabilityFacts> };

export function createTestSignIns(parts: Parts, policy: SsoPolicy, testing: Testing): TestSignIns {
  const { tests } = testing;
  const given: Parts = {
    ...parts,
    store: apartFrom(parts.store),
    settings: { current: () => tests.draft()?.settings },
    signedInForTest: ({ handOver, identity }) => {
      tests.end(handOver, { as: testing.known(identity) });
      return outcomePage(
        testing,
        'The test sign-in worked',
        html`<p>The identity provider vouched for you, and every rule held. Nobody was signed in by it, and the settings in force are as they were.</p>`,
      );
    },
  };
  const protocols = { oidc: createOidc(given, policy.oidc), saml: createSaml(given, policy.saml) };
  return {
    start: {
      method: 'GET',
      path: '/settings-test',
      event: 'sso.settings-test.started',
      run: (request) => start(given, { testing, protocols, tables: policy }, request),
      refused: () => failedPage(testing),
    },
    also: (live, otherwise) => alsoTested(live, { testing, protocols, tables: policy }, otherwise),
    look: async (settings) => {
      const { discovered } = await lookAt(protocols, settings);
      return { discovered, good: discovered === 'good', away: isAway(discovered) };
    },
  };
}

type Beginning = { readonly testing: Testing; readonly protocols: Protocols; readonly tables: Tables };
async function start({ clock }: Parts, { testing, protocols, tables }: Beginning, { query, reference }: ServiceRequest): Promise<Answer> {
  const handle = handleOf(query.attempt ?? '');
  const { tests } = testing;
  const test = tests.find(handle);
  const draft = tests.draft();
  demand(tables.settingsTest, {
    known: test !== undefined,
    used: test?.used === true,
    ageSeconds: ageSeconds(test, clock),
    sameDraft: draft !== undefined && draft.id === test?.draft,
  });
  tests.use(handle);
  const { discovered, send } = await lookAt(protocols, draft?.settings);
  if (send) return { ...send(handle), actor: test?.by ?? 'anonymous' };
  try {
    return refuseAway(tables.availability, discovered);
  } catch (error) {
    throw error instanceof Refusal ? noted(error, { testing, handle, reference }) : error;
  }
}

function alsoTested(live: Action, { testing, protocols }: Beginning, otherwise: Service['refused']): Action {
  const tested = [...protocols.oidc.actions, ...protocols.saml.actions].find(
    ({ method, path }) => method === live.method && path === live.path,
  );
  return {
    ...live,
    run: async (request) => {
      const handle = protocols.oidc.begunFor(request) ?? protocols.saml.begunFor(request);
      if (handle === undefined || !tested) return live.run(request);
      const actor = testing.tests.find(handle)?.by ?? 'anonymous';
      try {
        const said = await tested.run(request);
        return { ...said, actor, facts: { ...said.facts, settingsTest: true } };
      } catch (error) {
        throw error instanceof Refusal ? noted(error, { testing, handle, reference: request.reference }) : error;
      }
    },
    refused: (refusal, request) =>
      refusal.facts.settingsTest === true ? failedPage(testing) : (live.refused ?? otherwise)(refusal, request),
  };
}

/** The same refusal, of a test, with the draft. */
function noted(
  refusal: Refusal,
  { testing, handle, reference }: { readonly testing: Testing; readonly handle: string; readonly reference: string },
): Refusal {
  testing.tests.end(handle, { code: refusal.code, reference });
  return refusal.noting({ settingsTest: true });
}

const failedPage = (testing: Testing): Answer => ({
  ...outcomePage(
    testing,
    'The test sign-in did not work',
    html`<p>The settings in force are as they were. AdminHub says why, and what repairs it.</p>`,
  ),
  status: 403,
});

/** With a link to follow by hand: what AdminHub keeps for break-glass comes along from no other site. */
const outcomePage = ({ adminOrigin }: Testing, title: string, said: Html): Answer =>
  pageAnswer({
    title,
    place: 'Isolated cloud · Test sign-in',
    body: html`${said}<p><a href="${adminOrigin}/idp-settings">Back to AdminHub</a></p>`,
  });
