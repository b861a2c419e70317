/** What a person sees when a sign-in does not work: plain words, a reference, and the next step; never why in detail (that is for admins). */
import { type Answer, pageAnswer } from '../../kernel/answer.ts';
import { html } from '../../kernel/html.ts';

const place = 'Isolated cloud · Sign-in';

/** The identity provider is away, as seen from here. It may still be reachable for people only, hence the second link. */
export function idpAwayPage(retry: string, anyway: string | undefined): Answer {
  const body = html`
<p>Your organisation’s identity provider cannot be reached from here at this moment, so nobody can be signed in through it. Sessions that are already open go on.</p>
<p><a href="${retry}">Try again</a></p>
${anyway === undefined ? undefined : html`<p><a href="${anyway}">Continue to your identity provider anyway</a></p>`}
<p class="hint">If this lasts, tell your administrators, and give them the reference below.</p>`;
  return pageAnswer({ title: 'Single sign-on is not available', place, body }, { status: 503, headers: { 'retry-after': '10' } });
}

/** The identity provider answered, but the sign-in could not be completed. */
export const signInFailedPage = (): Answer =>
  pageAnswer(
    {
      title: 'You could not be signed in',
      place,
      body: html`
<p>Your identity provider answered, but the sign-in could not be completed. Trying again may help; if it does not, your administrators need to look at the single sign-on settings.</p>
<p class="hint">Give them the reference below: it tells them what went wrong.</p>`,
    },
    { status: 403 },
  );

/** The link was old, used, or of another browser. */
export const startAgainPage = (): Answer =>
  pageAnswer(
    {
      title: 'Please start again',
      place,
      body: html`<p>This sign-in was not started in this browser, or it took too long. Go back to the product that you wanted, and open it again.</p>`,
    },
    { status: 400 },
  );
