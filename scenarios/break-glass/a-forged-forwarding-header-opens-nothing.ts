/** Every header that ever carried an address through other people's proxies says `hq`; the socket says otherwise, and the socket is believed. Calibration: the same headers, sent from `hq`. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

const forged = {
  'x-forwarded-for': '127.16.0.5',
  'x-real-ip': '127.16.0.5',
  forwarded: 'for=127.16.0.5;proto=https',
  'true-client-ip': '127.16.0.5',
};

export default scenario<{ from: 'hq' | 'attacker' }>({
  proves: ['B-07', 'I-04'],
  honest: { from: 'hq' },
  deviation: { from: 'attacker' },
  act: ({ actors }, { from }) => actors.breakGlass({ from, headers: forged }).signIn(),
  expect: [refusedWith('break-glass.login.address-not-allowed')],
});
