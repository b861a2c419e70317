/** The faults of an identity provider that lies about people, or of whoever stole its key, that a scenario can name. */
import { type ListedFault, listed } from '../listed-fault.ts';
import { addressOfAnAdmin } from './address-of-an-admin.ts';
import { keyStolen } from './key-stolen.ts';
import { vouchesForAStranger } from './vouches-for-a-stranger.ts';
import { vouchesForAnAdmin } from './vouches-for-an-admin.ts';
import { vouchesForAnotherHouse } from './vouches-for-another-house.ts';
import { vouchesForBreakGlass } from './vouches-for-break-glass.ts';

export { addressOfAnAdmin, keyStolen, vouchesForAnAdmin, vouchesForAnotherHouse, vouchesForAStranger, vouchesForBreakGlass };

export const compromisedFaults: readonly ListedFault[] = listed('compromised', {
  'address-of-an-admin': addressOfAnAdmin,
  'vouches-for-an-admin': vouchesForAnAdmin,
  'vouches-for-break-glass': vouchesForBreakGlass,
  'vouches-for-a-stranger': vouchesForAStranger,
  'vouches-for-another-house': vouchesForAnotherHouse,
  'key-stolen': keyStolen,
});
