/** The one-time codes that a person's authenticator app shows. RFC 6238. */
export { oneTimeCode } from '../../../fakes/index.ts';
