/** The figures as a document for machines, with what is known of the place where they were measured. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { isMet } from './figure.ts';
import type { Answered } from './words.ts';

export type Place = {
  readonly cores: number;
  readonly processor: string;
  readonly memoryMb: number;
  readonly platform: string;
  readonly node: string;
  readonly loadAtStart: number;
};

/** As it is now: `loadAtStart` is the load average of the last minute, which says how much else went on. */
export const placeNow = (): Place => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memoryMb: Math.round(totalmem() / 1e6),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
  loadAtStart: loadavg()[0] ?? 0,
});

export type Header = {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly quick: boolean;
  readonly seed: number;
  readonly place: Place;
};

/** Every measured reading also says whether its target was met. */
export const documentOf = (header: Header, answers: readonly Answered[]) => ({
  schema: 'tempered-bench/1' as const,
  ...header,
  figures: answers.map(({ figure, readings }) => ({
    name: figure,
    readings: readings.map((reading) => ('notMeasured' in reading ? reading : { ...reading, ...metOf(isMet(reading)) })),
  })),
});

const metOf = (met: boolean | undefined) => (met === undefined ? {} : { met });
