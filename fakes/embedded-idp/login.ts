/** The login page of a realm: shows the form, judges name and password, and hands the answer back to the provider. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { loginPage, pageHeaders, problemPage } from './pages.ts';
import type { People } from './people.ts';

const maxFormBytes = 8 * 1024;

const problems = {
  wrong: 'User name or password is not right. Check them and try again.',
  disabled: 'This account is disabled. Ask the people who manage your accounts.',
} as const;

export const answer = (response: ServerResponse, status: number, html: string): void =>
  void response.writeHead(status, pageHeaders).end(html);

/** GET shows the form, POST judges it; anything else is refused. A login that is not under way (any more) gets a page that says so. */
export async function serveLogin(request: IncomingMessage, response: ServerResponse, provider: Provider, people: People): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
    if (request.method === 'GET') answer(response, 200, loginPage());
    else if (request.method === 'POST') await judge(request, response, provider, people);
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

async function judge(request: IncomingMessage, response: ServerResponse, provider: Provider, people: People): Promise<void> {
  const form = await readForm(request);
  if (form === undefined) return answer(response, 413, problemPage('Too much was sent', 'Go back and try again.'));
  const name = form.get('username') ?? '';
  const signedIn = people.signIn(name, form.get('password') ?? '');
  if (signedIn.kind !== 'known') return answer(response, 200, loginPage({ name, problem: problems[signedIn.kind] }));
  await provider.interactionFinished(request, response, { login: { accountId: signedIn.person.subject } });
}

/** Undefined when the form is larger than any honest one. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > maxFormBytes) return undefined;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
