/** What somebody follows for as long as it goes on. */

export type FollowKind = 'stream' | 'web-socket';
export type Channel = {
  /** The next thing that was said; undefined when nothing was within `limits.followTimeoutMs`. */
  next(): Promise<string | undefined>;
  /** Whether the other side has ended it within the same time. */
  ended(): Promise<boolean>;
  /** Only a web socket can. */
  say(text: string): void;
  close(): void;
};
