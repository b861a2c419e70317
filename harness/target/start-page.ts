/** What a scenario may know of the customer's own start page: where it stands, and what its host was sent. */
export type StartPage = {
  readonly origin: URL;
  /** Every request since the last reset, in order: its line, its headers and its body, as they came. */
  heard(): readonly string[];
};
