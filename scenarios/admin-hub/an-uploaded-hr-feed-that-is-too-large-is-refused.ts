/** A file of one byte more than the page allows: it gets as far as AdminHub, which says so, and keeps nothing of it. Calibration: a file of exactly as many bytes as are allowed. */
import { feedOfBytes, noUploadWaits, orgAdmin, refusedWith, scenario, type User } from '../../harness/scenario/index.ts';

const mostBytes = 4_194_304;

export default scenario<{ bytes: number }, User>({
  proves: ['N-06'],
  honest: { bytes: mostBytes },
  deviation: { bytes: mostBytes + 1 },
  given: orgAdmin,
  act: async (world, { bytes }, admin) => (await admin.uploadTo('hr-feed/upload', feedOfBytes(world, bytes))).outcome,
  expect: [refusedWith('admin-hub.hr-feed.too-large'), noUploadWaits],
});
