/** Single sign-on under an outage: its name leads to another host, which nobody takes for it; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { dnsNameLeadsElsewhere } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(dnsNameLeadsElsewhere, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.certificate-name-mismatch' });
