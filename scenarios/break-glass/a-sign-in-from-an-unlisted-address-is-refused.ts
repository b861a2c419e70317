/** Right password, right key, wrong place. Calibration: the same hands, from `hq`, get in. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ from: 'hq' | 'home' }>({
  proves: ['B-07', 'D-09'],
  honest: { from: 'hq' },
  deviation: { from: 'home' },
  act: ({ actors }, input) => actors.breakGlass(input).signIn(),
  expect: [refusedWith('break-glass.login.address-not-allowed')],
});
