/** The mail that carries a registration link: what it is, how long it works, and what to do if nobody asked for it. */

/** `endsAtMs` is the instant at which the link stops working. */
export function registrationMail(mail: {
  readonly to: string;
  readonly url: string;
  readonly account: string;
  readonly endsAtMs: number;
}): { readonly to: string; readonly subject: string; readonly text: string } {
  const until = `${new Date(mail.endsAtMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const text = `A new password and a new hardware key are to be set for the break-glass account ${mail.account}.

Open this address from a network that is registered for break-glass, with the account's hardware key at hand:

${mail.url}

It works once, until ${until}. Opening it changes nothing; sending the form does. Until then the old password and key, if there are any, go on working.

If nobody in your organisation asked for this, do not open it, and call the Support Desk by the number in your recovery plan.
`;
  return { to: mail.to, subject: 'Set the password and key of your break-glass account', text };
}
