/** Sends bytes as they are on a connection of their own, and reads whatever comes back until the other side ends it. */
import type { Answer, Sight, TrailStep } from '../agent.ts';
import { limits, maxPageBytes } from '../limits.ts';
import { noPage, readPage, underHeaders } from '../page.ts';
import type { Sending } from '../raw-request.ts';
import { placeOf, referenceHeader, referenceIn } from '../trail.ts';
import { answersIn, type RawAnswer } from './raw-answers.ts';
import { openTunnel, type Route, Unreachable, unreachable } from './tunnel.ts';

/** `url` says to which host, and what the place is called in the history. Every answer is in the trail; the last one is what is seen. */
export const rawExchange = async (route: Route, url: URL, sending: Sending): Promise<Sight> =>
  (await rawWithBody(route, url, sending)).sight;

/** The same, with the body of the last answer: for programs, which read it. */
export async function rawWithBody(route: Route, url: URL, sending: Sending): Promise<{ readonly sight: Sight; readonly body: string }> {
  const signal = AbortSignal.timeout(limits.exchangeTimeoutMs);
  try {
    const answers = await said(route, url, { sending, signal });
    const trail = answers.map(
      ({ status, headers }): TrailStep => ({ place: placeOf(url), status, reference: referenceIn(headers[referenceHeader]) }),
    );
    const last = answers.at(-1);
    if (last) return { sight: seen(url, last, trail), body: Buffer.from(last.body, 'latin1').toString('utf8') };
    return {
      sight: { kind: 'fault', symptom: 'reset', detail: `${url.hostname} ended the connection without an answer`, trail },
      body: '',
    };
  } catch (error) {
    const { symptom, message } = signal.aborted
      ? new Unreachable('timed-out', `${url.hostname} did not end the connection within ${limits.exchangeTimeoutMs / 1000} s`)
      : unreachable(error as Error, url.hostname);
    return { sight: { kind: 'fault', symptom, detail: message, trail: [] }, body: '' };
  }
}

type Saying = { readonly sending: Sending; readonly signal: AbortSignal };
async function said(route: Route, url: URL, { sending: { text, sendsOnly = text.length }, signal }: Saying): Promise<readonly RawAnswer[]> {
  const socket = await openTunnel(route, url.hostname, signal);
  const { promise, resolve, reject } = Promise.withResolvers<readonly RawAnswer[]>();
  let heard = '';
  socket.on('data', (part: Buffer) => {
    heard += part.toString('latin1');
    if (heard.length > maxPageBytes) socket.destroy(new Unreachable('other', `more than ${maxPageBytes} bytes of answers`));
  });
  // Whoever is refused in the middle of sending may find the connection cut: what was said until then counts.
  socket.on('error', (error) => (answersIn(heard, true).length > 0 && !signal.aborted ? resolve(answersIn(heard, true)) : reject(error)));
  socket.once('close', () => (signal.aborted ? reject(new Unreachable('timed-out', 'too late')) : resolve(answersIn(heard, true))));
  socket.write(Buffer.from(text.slice(0, sendsOnly), 'latin1'));
  return promise.finally(() => socket.destroy());
}

function seen(url: URL, { status, headers, body }: RawAnswer, trail: readonly TrailStep[]): Answer {
  const text = Buffer.from(body, 'latin1').toString('utf8');
  const page = headers['content-type']?.startsWith('text/html') ? readPage(text, url) : noPage;
  return { kind: 'answer', url, status, reference: trail.at(-1)?.reference, trail, ...underHeaders(page, headers) };
}
