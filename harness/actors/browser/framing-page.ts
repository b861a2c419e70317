/** A page of a foreign origin that holds addresses of ours in a frame, in a real browser: what the browser lets in is what a person would see there, and could be made to click on. */
import type { Frame, Page, Response } from 'playwright-core';
import { bounded } from '../../time-limit/bounded.ts';
import type { Framed, TrailStep } from '../agent.ts';
import { limits } from '../limits.ts';
import { stepOf } from './navigation.ts';
import { standIn } from './visiting-page.ts';

/** One after the other, each in a frame of its own. */
export async function framedIn(page: Page, framer: URL, all: readonly URL[]): Promise<readonly Framed[]> {
  await standIn(page, framer);
  const framed: Framed[] = [];
  for (const to of all) framed.push(await framedOnce(page, to));
  return framed;
}

async function framedOnce(page: Page, to: URL): Promise<Framed> {
  const trail: TrailStep[] = [];
  const onResponse = (response: Response): void => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() !== page.mainFrame()) trail.push(stepOf(response));
  };
  // What the browser keeps as a file stands in no frame, and no frame has loaded then.
  const { promise: kept, resolve } = Promise.withResolvers<void>();
  const onDownload = (): void => resolve();
  page.on('response', onResponse).on('download', onDownload);
  try {
    const loaded = page.evaluate(`(${inFrame})(${JSON.stringify(to.href)})`);
    await bounded('a frame', limits.navigationTimeoutMs, Promise.race([loaded, kept]));
    return { to, shown: documentOf(page.frames().find((frame) => frame !== page.mainFrame())), trail };
  } finally {
    page.off('response', onResponse).off('download', onDownload);
  }
}

/** As text, for it runs in the page. A frame tells that it has loaded, whatever stands in it then. */
const inFrame = `(address) => new Promise((loaded) => {
  for (const before of document.querySelectorAll('iframe')) before.remove();
  const frame = document.createElement('iframe');
  frame.addEventListener('load', () => loaded(), { once: true });
  frame.src = address;
  document.body.append(frame);
})`;

/** What the browser refuses stands there as an error page of its own. */
function documentOf(frame: Frame | undefined): URL | undefined {
  const address = frame?.url() ?? '';
  return address.startsWith('https:') ? new URL(address) : undefined;
}
