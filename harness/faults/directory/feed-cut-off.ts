/** The export ends in the middle of its last line, as on a full disk (N-06). */
import { feedFault } from './directory-fault.ts';

export const feedCutOff = feedFault({
  name: 'directory.feed-cut-off',
  title: 'The file that the personnel system hands out ends in the middle of a line.',
  meets: 'directory.hr-feed.line-broken',
  change: (honest) => ({ ...honest, bytesMissing: '38,Foundry,Fitter,active\r\n'.length }),
  seen: ({ text, rows }, honest) => !text.endsWith('\r\n') && rows.length === honest.length,
});
