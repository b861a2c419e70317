/** Group rules: drafted, tried without doing anything, and activated (N-02, N-03). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { GroupRule } from '../../../kernel/group-rules.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { groupRulesPage, rulesDryRunPage } from './page.ts';
import { ruleIn } from './rule-form.ts';

type Run = HubAction['run'];

export function groupRulesActions(parts: HubParts): readonly HubAction[] {
  const { administration } = parts;
  const drafting = (path: string, run: Run): HubAction => ({
    method: 'POST',
    path: `/group-rules/draft${path}`,
    event: 'directory.rules.drafted',
    run,
  });
  const edited = (path: string, change: (rules: readonly GroupRule[], request: ServiceRequest) => readonly unknown[]): HubAction =>
    drafting(path, (who, request) => keep(parts, who, { request, text: JSON.stringify(change(written(parts), request)) }));
  return [
    { method: 'GET', path: '/group-rules', event: 'admin-hub.group-rules.shown', run: (who, request) => show(parts, who, request) },
    {
      method: 'GET',
      path: '/group-rules/dry-run',
      event: 'admin-hub.group-rules.tried',
      run: (who, request) => tryDraft(parts, who, request),
    },
    drafting('', (who, request) => keep(parts, who, { request, text: request.form.rules ?? '' })),
    edited('/rule', (rules, { form }) => withRule(rules, ruleIn(form, parts.directory.groups()))),
    edited('/move', (rules, { form }) => moved(rules, form.name, form.to === 'earlier' ? -1 : 1)),
    edited('/remove', (rules, { form }) => rules.filter(({ name }) => name !== form.name)),
    drafting('/discard', (_who, request) => {
      const { effect } = administration.discardRulesDraft();
      return done(request, { location: '/group-rules?done=discarded', effect });
    }),
    {
      method: 'POST',
      path: '/group-rules/activate',
      event: 'directory.rules.changed',
      run: async (who, request) => {
        const changes = await administration.activateRules(request.form.draft ?? '', askerOf(who, request));
        return done(request, { location: '/group-rules?done=activated', value: { changes }, facts: { changes } });
      },
    },
  ];
}

/** What the next rule is added to: the draft, or a new one that begins with the rules in force. */
const written = ({ directory }: HubParts): readonly GroupRule[] => directory.rulesDraft()?.rules ?? directory.rules();

/** Throws `Refusal` with a code of `directory.group-rules`. */
function keep(
  parts: HubParts,
  who: VerifiedContext,
  { request, text }: { readonly request: ServiceRequest; readonly text: string },
): Answer {
  const { rules, effect } = parts.administration.draftRules(text, askerOf(who, request));
  return done(request, { location: '/group-rules?done=saved', facts: { rules: rules.length }, effect });
}

/** In the place of the one of its name, or last. */
function withRule(rules: readonly GroupRule[], rule: Record<string, unknown>): readonly unknown[] {
  const isThere = rules.some(({ name }) => name === rule.name);
  return isThere ? rules.map((each) => (each.name === rule.name ? rule : each)) : [...rules, rule];
}

/** By one place; a rule that is not there, or stands at that end, stays where it is. */
function moved(rules: readonly GroupRule[], name: string | undefined, by: 1 | -1): readonly GroupRule[] {
  const at = rules.findIndex((rule) => rule.name === name);
  const [one, other] = [rules[at], rules[at + by]];
  return one && other ? rules.with(at, other).with(at + by, one) : rules;
}

function show(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { directory } = parts;
  const frame = parts.frame(who);
  const values = { inForce: directory.rules(), draft: directory.rulesDraft(), groups: directory.groups() };
  return shown(parts, request, {
    value: { ...values, formToken: frame.formToken },
    page: () => groupRulesPage(frame, { ...values, query: request.query }),
  });
}

/** Throws `Refusal` with a code of `directory.group-rules`. */
function tryDraft(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { directory, administration } = parts;
  const foretold = administration.foretellRules();
  const draft = directory.rulesDraft();
  if (!draft) throw new TypeError('a draft that is not there was tried');
  const frame = parts.frame(who);
  return shown(parts, request, {
    value: { draft: draft.id, ...foretold, formToken: frame.formToken },
    page: () => rulesDryRunPage(frame, draft, { foretold, groups: directory.groups() }),
    facts: { people: foretold.count, guard: foretold.guard },
  });
}
