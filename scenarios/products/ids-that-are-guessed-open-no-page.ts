/** Somebody who counts, or who tries the words that an id might be, finds no page, although there are some: an id says nothing about the next one. */
import { during, pageBy, readerOf, scenario } from '../../harness/scenario/index.ts';

const guesses = ['0', '1', '2', '3', '10', 'start', 'home', 'index', 'u-provisioning', 'wiki.page', '0'.repeat(43), 'A'.repeat(43)];

export default scenario<object, string>({
  proves: ['I-10'],
  honest: {},
  given: (world) => pageBy(world, 'uma', 'private'),
  act: async (world, _input, path) => {
    await (await readerOf(world, 'uma')).readPage(path);
    const reader = await readerOf(world, 'nils');
    const neighbour = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
    for (const guess of guesses) await reader.readPage(`/pages/${guess}`);
    return reader.readPage(neighbour);
  },
  expect: [
    during('its owner reads the page', 'read a page', ([byOwner]) => byOwner?.kind === 'ok'),
    during('every guess is refused as unknown', 'read a page', ([, ...guessed]) =>
      guessed.every((outcome) => outcome.kind === 'refused' && outcome.code === 'wiki.page.unknown'),
    ),
  ],
});
