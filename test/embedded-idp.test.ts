/** The embedded identity provider keeps the contract of a driver. */
import { embedded } from '../harness/idp/embedded/index.ts';
import { idpDriverContract } from './contract/idp-driver.ts';

idpDriverContract(embedded, { startTimeoutMs: 30_000, claimTimeoutMs: 20_000 });
