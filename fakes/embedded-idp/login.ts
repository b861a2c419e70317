/** The pages of a sign-in by OpenID Connect: shows the forms, and hands what came of them back to the provider. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { readForm } from './form.ts';
import { askedLevel, honoursLevels, type LevelRequest } from './levels.ts';
import { answer, consentPage, problemPage } from './pages.ts';
import type { ProviderParts } from './provider.ts';
import type { SignInSteps, Ticket } from './sign-in.ts';

export type Login = Pick<ProviderParts, 'configuration' | 'settings'> & { readonly provider: Provider; readonly steps: SignInSteps };
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** GET shows the form, POST judges it; anything else is refused. A login that is not under way (any more) gets a page that says so. */
export async function serveLogin(request: IncomingMessage, response: ServerResponse, login: Login): Promise<void> {
  try {
    const interaction = await login.provider.interactionDetails(request, response);
    if (request.method === 'GET') answer(response, 200, formOf(interaction, login));
    else if (request.method === 'POST') await judge(request, response, login, interaction);
    else answer(response, 405, problemPage('Not here', 'This page can be opened, or its form sent.'));
  } catch (problem) {
    if (!(problem instanceof errors.SessionNotFound)) throw problem;
    answer(
      response,
      400,
      problemPage('This sign-in has ended', 'It took too long, or was finished elsewhere. Go back to the application and start again.'),
    );
  }
}

const formOf = (interaction: Interaction, login: Login): string =>
  interaction.prompt.name === 'consent' ? consentPage() : login.steps.form(ticketOf(interaction, login));

function ticketOf({ uid, params, session, prompt }: Interaction, { configuration, settings }: Login): Ticket {
  const wanted = honoursLevels(settings.acr) ? askedLevel(params as LevelRequest, configuration.acrValues) : 'password';
  const onlyLevelLacks = prompt.reasons.length === 1 && prompt.reasons[0] === 'level';
  return { id: uid, wanted, ...(onlyLevelLacks && session ? { already: session.accountId } : {}) };
}

async function judge(request: IncomingMessage, response: ServerResponse, login: Login, interaction: Interaction): Promise<void> {
  const form = await readForm(request);
  if (form === undefined) return answer(response, 413, problemPage('Too much was sent', 'Go back and try again.'));
  const { provider, steps, configuration } = login;
  if (interaction.prompt.name === 'consent')
    return form.get('agree') === 'yes'
      ? agree(request, response, provider, interaction)
      : provider.interactionFinished(request, response, { error: 'access_denied' });
  const step = steps.judge(ticketOf(interaction, login), form);
  if (step.kind === 'ask') return answer(response, 200, step.html);
  const result = { login: { accountId: step.person.subject, acr: configuration.acrValues[step.level] } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function agree(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  { session, params }: Interaction,
): Promise<void> {
  const grant = new provider.Grant({ ...(session ? { accountId: session.accountId } : {}), clientId: String(params.client_id) });
  grant.addOIDCScope('openid profile email');
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true });
}
