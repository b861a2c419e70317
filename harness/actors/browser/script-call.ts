/** Calls an address from a script on the host's own page, and reads the answer where no page could: at the browser's network. */
import type { Page, Request, Response } from 'playwright-core';
import type { ExitConnection } from '../../network/exit.ts';
import { bounded, TimeRanOut } from '../../time-limit/bounded.ts';
import type { Sight, TrailStep } from '../agent.ts';
import { limits } from '../limits.ts';
import { noPage } from '../page.ts';
import { stepOf } from './navigation.ts';
import { networkErrorIn, symptomOfError } from './symptoms.ts';
import { standIn } from './visiting-page.ts';

/** The page is used up by it. Redirects are not followed. */
export async function scriptCall(page: Page, url: URL, connections: readonly ExitConnection[]): Promise<Sight> {
  await standIn(page, url);
  const answered = nextAnswer(page, url);
  const calling = page.evaluate(
    (address) =>
      fetch(address, { redirect: 'manual' }).then(
        () => undefined,
        () => undefined,
      ),
    url.href,
  );
  calling.catch(() => {});
  try {
    const said = await bounded('the call', limits.exchangeTimeoutMs, answered);
    if ('error' in said) return { kind: 'fault', ...symptomOfError(said.error, url.hostname, connections), trail: [] };
    return { kind: 'answer', url, status: said.status, reference: said.reference, trail: [said], ...noPage };
  } catch (error) {
    if (!(error instanceof TimeRanOut)) throw error;
    return { kind: 'fault', symptom: 'timed-out', detail: error.message, trail: [] };
  }
}

function nextAnswer(page: Page, url: URL): Promise<TrailStep | { readonly error: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<TrailStep | { readonly error: string }>();
  const isOurs = (request: Request): boolean => request.url() === url.href && !request.isNavigationRequest();
  page.on('response', (response: Response) => isOurs(response.request()) && resolve(stepOf(response)));
  page.on(
    'requestfailed',
    (request) => isOurs(request) && resolve({ error: networkErrorIn(request.failure()?.errorText ?? '') ?? 'unnamed' }),
  );
  page.once('close', () => reject(new Error('the page is gone')));
  return promise;
}
