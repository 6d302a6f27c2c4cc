/** What the guard knows of the organization whose people are writing. */
export interface Directory {
  /** Its own e-mail domains; those below them (`lab.mercy.example`) are its own too. */
  readonly domains: readonly string[];
}
