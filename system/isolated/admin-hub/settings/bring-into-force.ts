/** Tests a draft, brings it into force, or goes back to what was in force before: judged, recorded, and only then done, all of it at once (C-07). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { SettingsDraft } from '../../../kernel/idp-settings-draft.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { demandAll, done, type HubParts } from '../parts.ts';
import { factsOf } from './read-form.ts';
import { changedBetween } from './save-draft.ts';

/** Leads to the sign-in host, where the test begins. Throws `Refusal` with a code of `admin-hub.activation`. */
export function askForTest(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { settings, policy, loginOrigin } = parts;
  const draft = settings.draft();
  demandAll(policy.draft, aboutDraft(parts, request, draft));
  const { secret, effect } = settings.beginTest(draft?.id ?? '', who.sub);
  return done(request, { location: `${loginOrigin}/settings-test?${new URLSearchParams({ attempt: secret })}`, effect });
}

/** Throws `Refusal` with a code of `admin-hub.activation`; then nothing has changed. */
export async function activate(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Promise<Answer> {
  const { settings, policy, clock } = parts;
  const draft = settings.draft();
  const passed = draft?.tests.find(({ by, ended }) => by === who.sub && ended === 'passed');
  const about = aboutDraft(parts, request, draft);
  const found = draft && about.stillAllowed ? await parts.look(draft.settings) : undefined;
  const testedSecondsAgo = passed ? (clock.now() - passed.atMs) / 1000 : Number.POSITIVE_INFINITY;
  const acknowledged = who.channel === 'break-glass' && request.form.acknowledged === 'untested';
  const facts = { tested: passed !== undefined, acknowledged, found: found?.discovered ?? 'nothing' };
  demandAll(
    [...policy.draft, ...policy.activation],
    {
      ...about,
      answersAsAnother: found !== undefined && !found.good && !found.away,
      testedSecondsAgo,
      acknowledged,
    },
    facts,
  );
  if (!draft) throw new TypeError('a table without its draft rule let nothing come into force');
  return done(request, {
    location: '/idp-settings?activated=yes',
    facts: { ...facts, changed: changedBetween(settings.current(), draft.settings) },
    effect: () => settings.putIntoForce(draft.settings, { by: who.sub, how: passed ? 'tested' : 'untested' }),
  });
}

/** Throws `Refusal` with a code of `admin-hub.roll-back`; then nothing has changed. */
export function rollBack(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { settings, policy, allowlist } = parts;
  const history = settings.history();
  const version = history.find(({ number }) => String(number) === request.form.version);
  demandAll(policy.rollBack, {
    versionKnown: version !== undefined,
    inForceAlready: version !== undefined && version === history[0],
    stillAllowed: version !== undefined && isAllowed(parts, version.settings),
  });
  if (!version) throw new TypeError('a table without its version rule let nothing come into force');
  const back = keepingStrikes(version.settings, settings.current());
  return done(request, {
    location: '/idp-settings?rolled-back=yes',
    facts: { version: version.number, changed: changedBetween(settings.current(), back), allowlist: allowlist.entries.length },
    effect: () => settings.putIntoForce(back, { by: who.sub, how: 'rolled-back' }),
  });
}

const isAllowed = ({ policy, allowlist }: HubParts, settings: IdpSettings): boolean =>
  policy.settingsChange.every((rule) => rule.holds(factsOf(settings, allowlist)));

const aboutDraft = (parts: HubParts, { form }: ServiceRequest, draft: SettingsDraft | undefined) => ({
  draftGiven: draft !== undefined,
  sameDraft: draft !== undefined && draft.id === form.draft,
  stillAllowed: draft !== undefined && isAllowed(parts, draft.settings),
});

/** What was struck out stays so: going back is no pardon for a key in wrong hands (C-04). */
function keepingStrikes(back: IdpSettings, current: IdpSettings | undefined): IdpSettings {
  const joined = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];
  if (back.protocol === 'oidc' && current?.protocol === 'oidc' && back.issuer === current.issuer)
    return { ...back, struckOutKeyIds: joined(back.struckOutKeyIds, current.struckOutKeyIds) };
  if (back.protocol === 'saml' && current?.protocol === 'saml' && back.entityId === current.entityId)
    return { ...back, struckOutCertificates: joined(back.struckOutCertificates, current.struckOutCertificates) };
  return back;
}
