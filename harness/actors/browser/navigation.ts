/** Watches one navigation of a page, from what starts it to the document that stands there at its end. */
import type { Page, Request, Response } from 'playwright-core';
import type { ExitConnection } from '../../network/exit.ts';
import { bounded, TimeRanOut } from '../../time-limit/bounded.ts';
import type { Answer, Failure, Sight, TrailStep } from '../agent.ts';
import { limits } from '../limits.ts';
import { noPage, passedOn, readPage, underHeaders } from '../page.ts';
import { placeOf, referenceHeader, referenceIn } from '../trail.ts';
import { networkErrorIn, symptomOfError } from './symptoms.ts';

export type Surroundings = {
  readonly died: () => boolean;
  readonly connections: readonly ExitConnection[];
};
export type Start = {
  readonly timeoutMs: number;
  readonly begin: (page: Page, timeoutMs: number) => Promise<unknown>;
  /** The document is the harness's own (`standIn`) and has no script: it stays, whatever its form would take along. */
  readonly stays?: true;
  /** The document may be one that was left alive: `begin` has waited until it stands. */
  readonly shownAgain?: true;
};

type Watched = {
  readonly trail: TrailStep[];
  failed: { readonly host: string; readonly error: string } | undefined;
  crashed: boolean;
  /** Of the newest answer. */
  headers: Readonly<Record<string, string>>;
  stop(): void;
};

/** Runs `begin` and waits for the document. Resolves for everything that a network, a system or a dying browser can do. */
export async function navigate(page: Page, { begin, timeoutMs, stays, shownAgain }: Start, surroundings: Surroundings): Promise<Sight> {
  const watched = watch(page);
  try {
    await bounded('the navigation', timeoutMs + limits.housekeepingTimeoutMs, begin(page, timeoutMs));
    if (shownAgain) return await documentAgain(page, watched, timeoutMs);
    return stays ? await standingDocumentIn(page, watched, timeoutMs) : await lastDocumentIn(page, watched, timeoutMs);
  } catch (error) {
    return failure(error, watched, surroundings, page);
  } finally {
    watched.stop();
  }
}

function watch(page: Page): Watched {
  const isNavigation = (request: Request): boolean => request.isNavigationRequest() && request.frame() === page.mainFrame();
  const onResponse = (response: Response): void => {
    if (!isNavigation(response.request())) return;
    watched.trail.push(stepOf(response));
    watched.headers = response.headers();
  };
  const onFailed = (request: Request): void => {
    if (isNavigation(request))
      watched.failed = { host: new URL(request.url()).hostname, error: networkErrorIn(request.failure()?.errorText ?? '') ?? 'unnamed' };
  };
  const onCrash = (): void => {
    watched.crashed = true;
  };
  page.on('response', onResponse).on('requestfailed', onFailed).on('crash', onCrash);
  const stop = (): void => void page.off('response', onResponse).off('requestfailed', onFailed).off('crash', onCrash);
  const watched: Watched = { trail: [], failed: undefined, crashed: false, headers: {}, stop };
  return watched;
}

export const stepOf = (response: Response): TrailStep => ({
  place: placeOf(new URL(response.url())),
  status: response.status(),
  reference: referenceIn(response.headers()[referenceHeader]),
});

/** More pages than any sign-in puts one after the other without a person. */
const maxMoves = 20;

/** A page that only takes a message of SAML along is gone as soon as its script has run: what it leads to is the document. */
async function lastDocumentIn(page: Page, watched: Watched, timeoutMs: number, moves = 0): Promise<Answer> {
  const document = await standingDocumentIn(page, watched, timeoutMs);
  if (moves === maxMoves || !passedOn(document.forms)) return document;
  await page.waitForURL(({ href }) => href !== document.url.href, { waitUntil: 'domcontentloaded', timeout: timeoutMs });
  return lastDocumentIn(page, watched, timeoutMs, moves + 1);
}

/** One that was left alive is read as it stands; what it leads to by itself is a navigation as any other. */
async function documentAgain(page: Page, watched: Watched, timeoutMs: number): Promise<Answer> {
  const document = await untilRead(() => documentIn(page, watched), timeoutMs);
  return passedOn(document.forms) ? lastDocumentIn(page, watched, timeoutMs) : document;
}

const standingDocumentIn = (page: Page, watched: Watched, timeoutMs: number): Promise<Answer> =>
  untilRead(async () => {
    await page.waitForLoadState('domcontentloaded', { timeout: timeoutMs });
    return documentIn(page, watched);
  }, timeoutMs);

/** A page that is being left cannot be read, and the browser says so at once: it is asked again until the next one is there. */
async function untilRead(read: () => Promise<Answer>, timeoutMs: number): Promise<Answer> {
  const untilMs = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!isMovingOn(error)) throw error;
      if (performance.now() > untilMs) throw new TimeRanOut('a page that stands', timeoutMs);
    }
  }
}

/** The page was left while it was read: the next one is on its way, or there already. */
class MovedOn extends Error {
  override readonly name = 'MovedOn';
  constructor(from: URL) {
    super(`the page of ${from.hostname} was left while it was read`);
  }
}
const isMovingOn = (error: unknown): boolean =>
  error instanceof MovedOn || (error instanceof Error && error.message.includes('the page is navigating'));

async function documentIn(page: Page, { trail, headers }: Watched): Promise<Answer> {
  const last = trail.at(-1);
  const url = new URL(page.url());
  const content = await bounded('reading the page', limits.housekeepingTimeoutMs, page.content());
  if (page.url() !== url.href) throw new MovedOn(url);
  return {
    kind: 'answer',
    url,
    status: last?.status ?? 0,
    reference: last?.reference,
    trail,
    ...underHeaders(readPage(content, url), headers),
  };
}

/** Errors without a document of their own (an empty page with status 503) are still answers. */
function failure(error: unknown, watched: Watched, { died, connections }: Surroundings, page: Page): Sight {
  const message = error instanceof Error ? error.message : '';
  const { trail, failed } = watched;
  const fault = (symptom: Failure['symptom'], detail: string): Failure => ({ kind: 'fault', symptom, detail, trail });
  if (died() || watched.crashed) return fault('browser-crashed', died() ? 'the browser is gone' : 'the page crashed');
  const named = networkErrorIn(message) ?? failed?.error;
  const last = trail.at(-1);
  if (last && (named === 'ERR_HTTP_RESPONSE_CODE_FAILURE' || (named === 'ERR_ABORTED' && last.status === 204)))
    return { kind: 'answer', url: new URL(last.place), status: last.status, reference: last.reference, trail, ...noPage };
  if (named) {
    const { symptom, detail } = symptomOfError(named, failed?.host ?? 'the host', connections);
    return fault(symptom, detail);
  }
  if ((error instanceof Error && error.name === 'TimeoutError') || error instanceof TimeRanOut)
    return fault('timed-out', `no document within the limit, after ${trail.length} answers`);
  if (page.isClosed()) return fault('browser-crashed', 'the page is gone');
  throw error;
}
