/** How long the cookies of a sign-in live: by the settings of the cloud and by the limits of what each stands for, never by a number of their own (S3, K-04). */
import { expect, test } from 'vitest';
import { loginHost, openSsoStage, productHost, type Reply } from './sso-stage.ts';

test('the cookies of a sign-in live exactly as long as what they stand for', async () => {
  const twentyHours = await openSsoStage({ absoluteSeconds: 72_000 });
  try {
    const lifetime = ({ cookies }: Reply, name: string): string | undefined =>
      cookies.find((line) => line.startsWith(`${name}=`))?.match(/Max-Age=(\d+)/)?.[1];
    const person = twentyHours.browser();
    const start = await person.open();
    const sent = await person.get(loginHost, start.pathname + start.search);
    const signedOn = await person.get(loginHost, `/callback?${twentyHours.idp.authorize(new URL(sent.location))}`);
    const url = new URL(signedOn.location);
    const landed = await person.get(productHost, url.pathname + url.search);
    expect([lifetime(sent, '__Host-sign-in'), lifetime(signedOn, '__Host-sso'), lifetime(landed, '__Host-session')]).toEqual([
      '600',
      '72000',
      '72000',
    ]);
  } finally {
    twentyHours.close();
  }
});
