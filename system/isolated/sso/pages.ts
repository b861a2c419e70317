/** What a person sees when a sign-in does not work: plain words, a reference, and the next step; never why in detail (that is for admins). */
import { type Answer, pageAnswer } from '../../kernel/answer.ts';
import { formTokenField } from '../../kernel/form-token.ts';
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

/** The identity provider answered, but the sign-in could not be completed: the same words whether single sign-on or the person's account here is why, so that nobody learns which. */
export const signInFailedPage = (): Answer =>
  pageAnswer(
    {
      title: 'You could not be signed in',
      place,
      body: html`
<p>Your identity provider answered, but the sign-in could not be completed. Trying again may help; if it does not, your administrators can find out why, and where it is set right.</p>
<p class="hint">Give them the reference below, which they can look up under “Diagnosis” in AdminHub.</p>`,
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

/** Asks before it ends anything: a link alone signs nobody out (S4). `leavesTo` is the origin to which the answer may lead on. */
export const signOutPage = (formToken: string, leavesTo: string | undefined): Answer =>
  pageAnswer({
    title: 'Sign out',
    place,
    body: html`
<p>This ends all your sessions here that began with this sign-in, in every product. If your identity provider can be reached, you are signed out there, too.</p>
<form id="sign-out" method="post" action="/sign-out">${formTokenField(formToken)}<button type="submit">Sign out now</button></form>`,
    ...(leavesTo === undefined ? {} : { formTargets: [leavesTo] }),
  });

/** `everywhere`: the person comes back from the identity provider, which signed them out, too. */
export const signedOutPage = (everywhere: boolean, cookies: readonly string[]): Answer =>
  pageAnswer(
    {
      title: 'You are signed out',
      place,
      body: everywhere
        ? html`<p>Your sessions here have ended, and your identity provider has ended its own. You can close this window.</p>`
        : html`<p>Your sessions here have ended. Your identity provider could not be told, so you may still be signed in there: sign out there, too, if others use this computer.</p>`,
    },
    { cookies },
  );

/** Shown in a frame of the identity provider, and nowhere else. */
export const endedByIdpPage = (framedBy: string): Answer =>
  pageAnswer({ title: 'You are signed out', place, body: html`<p>Your sessions here have ended.</p>`, framedBy });

/** Whoever asked to end a session, and may not. */
export const nothingEndedPage = (): Answer =>
  pageAnswer(
    {
      title: 'Nothing to sign out of',
      place,
      body: html`<p>This browser is not signed in here, or this page was not opened from a sign-out of its own. If you wanted to leave, close all windows of this browser.</p>`,
    },
    { status: 400 },
  );
