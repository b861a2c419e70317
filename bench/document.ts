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
};

/** The load average of the last minute; 0 where the system keeps none (Windows). */
export const loadNow = (): number => loadavg()[0] ?? 0;

export const placeNow = (): Place => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memoryMb: Math.round(totalmem() / 1e6),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
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
  figures: answers.map(({ figure, loadBefore, readings }) => ({
    name: figure,
    loadBefore,
    readings: readings.map((reading) => ('notMeasured' in reading ? reading : { ...reading, ...metOf(isMet(reading)) })),
  })),
});

const metOf = (met: boolean | undefined) => (met === undefined ? {} : { met });
