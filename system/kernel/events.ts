/** The event catalogue: everything that the system records, by name (B-11). An action or a record whose event is not here does not compile. */

/** `answer`: the record of the decision that some visitor was answered with. `note`: something that happened beside any answer. */
export type EventKind = 'answer' | 'note';

export const events = {
  'edge.request.received': { kind: 'answer', says: 'the edge itself answered, because the request could not be handed on' },
  'ingress.request.received': { kind: 'answer', says: 'the ingress itself answered: not listed, not canonical, foreign, or not signed in' },
  'sso.sign-in.started': { kind: 'answer', says: 'a person was sent to the identity provider, or told that it is away' },
  'sso.sign-in.completed': { kind: 'answer', says: 'what the identity provider said was judged' },
  'session.hand-over.redeemed': { kind: 'answer', says: 'a one-time code became a session of a host' },
  'session.own-sessions.shown': { kind: 'answer', says: 'a person looked where they are signed in' },
  'session.own-session.ended': { kind: 'answer', says: 'a person ended one of their own sessions' },
  'sso.sign-out-page.shown': { kind: 'answer', says: 'a person was asked whether they want to sign out' },
  'sso.sign-out.submitted': {
    kind: 'answer',
    says: 'a person signed out; their sessions here ended, and they were sent on to do so at the identity provider',
  },
  'sso.sign-out.returned': { kind: 'answer', says: 'a person came back from signing out at the identity provider' },
  'sso.front-channel-logout.received': { kind: 'answer', says: 'the identity provider, through a browser: a session of its own has ended' },
  'sso.back-channel-logout.received': { kind: 'answer', says: 'the identity provider: a session of its own has ended' },
  'sso.client-keys.shown': { kind: 'answer', says: 'the public key by which we prove to the identity provider who we are' },
  'sso.saml-metadata.shown': { kind: 'answer', says: 'what an identity provider needs to know of us, for SAML' },
  'sso.saml-logout.received': { kind: 'answer', says: 'a logout message of the identity provider, by SAML, was judged' },
  'sso.request.received': { kind: 'answer', says: 'a request that the authentication service has no action for' },
  'tracker.issues.shown': { kind: 'answer', says: 'the list of issues, as a page' },
  'tracker.issues.listed': { kind: 'answer', says: 'the list of issues, for a script' },
  'tracker.issue.opened': { kind: 'answer', says: 'a new issue' },
  'tracker.issues.followed': { kind: 'answer', says: 'a stream or a web socket began that tells new issues' },
  'tracker.request.received': { kind: 'answer', says: 'a request that the tracker has no action for' },
  'admin-hub.overview.shown': { kind: 'answer', says: 'the front page of AdminHub' },
  'admin-hub.idp-settings.shown': { kind: 'answer', says: 'the identity provider settings, without secrets' },
  'admin-hub.idp-settings.changed': { kind: 'answer', says: 'a change of the identity provider settings, made or refused' },
  'admin-hub.diagnosis.shown': { kind: 'answer', says: 'the last failures of single sign-on, or what is on record under one reference' },
  'admin-hub.request.received': { kind: 'answer', says: 'a request that AdminHub has no action for' },
  'break-glass.sign-in-page.shown': { kind: 'answer', says: 'the break-glass sign-in page was opened' },
  'break-glass.sign-in.submitted': { kind: 'answer', says: 'name, password and key were submitted' },
  'break-glass.registration-page.shown': { kind: 'answer', says: 'the registration page was opened; its link is not known yet' },
  'break-glass.registration.submitted': { kind: 'answer', says: 'a link, a password and a key were submitted' },
  'break-glass.session.ended': { kind: 'answer', says: 'somebody signed out of break-glass' },
  'break-glass.request.received': { kind: 'answer', says: 'a request that break-glass has no action for' },
  'break-glass.session.started': { kind: 'note', says: 'written before the session exists; without it there is none' },
  'break-glass.account.provisioned': { kind: 'note', says: 'an account was made with the cloud' },
  'break-glass.registration-link.issued': { kind: 'note', says: 'the desk asked for a one-time link' },
  'support-desk.registration-link.issued': { kind: 'note', says: 'the desk mailed a one-time link' },
  'directory.changed': { kind: 'note', says: 'people or groups are others now: written before it is done; without it nothing changes' },
  'directory.alarm.raised': {
    kind: 'note',
    says: 'nobody is an org admin any more, or an automation was stopped: people outside are told',
  },
  'ingress.lasting.ended': { kind: 'note', says: 'a stream or a web socket was ended, because it may not go on' },
  'ingress.routes.proposed': { kind: 'note', says: 'another route table was proposed, and put into force or refused' },
  'edge.connection.refused': { kind: 'note', says: 'a peer began to ask for more connections than it may hold' },
  'workload.connection.refused': { kind: 'note', says: 'a connection without the right client certificate was cut' },
  'edge.started': { kind: 'note', says: 'the edge started, with the digest of its rules' },
  'cloud.started': { kind: 'note', says: 'the cloud started, with the digest of its rules' },
} as const satisfies Record<string, { readonly kind: EventKind; readonly says: string }>;

export type EventName = keyof typeof events;
