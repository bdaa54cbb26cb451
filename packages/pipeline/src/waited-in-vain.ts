/** Stopped while it waited for a place to begin. Whatever holds the places may be at fault, this work is not. */
export class WaitedInVain extends Error {
  override readonly name = 'WaitedInVain';

  /** `cause` is why it was stopped. */
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
