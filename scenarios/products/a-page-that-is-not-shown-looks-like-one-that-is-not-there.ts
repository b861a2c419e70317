/** Whoever guesses the address of a page learns nothing: what is not for them is answered to the last byte like what is not there. */
import { looksTheSame, pageBy, readerOf, scenario } from '../../harness/scenario/index.ts';

export default scenario<object, string>({
  proves: ['I-10'],
  honest: {},
  given: (world) => pageBy(world, 'uma', 'private'),
  act: async (world, _input, path) => {
    const reader = await readerOf(world, 'nils');
    await reader.readPage(path);
    return reader.readPage(`/pages/${'A'.repeat(43)}`);
  },
  expect: [looksTheSame('read a page')],
});
