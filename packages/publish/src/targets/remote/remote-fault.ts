/** What went wrong at a server, by what to do next. */
export type RemoteFaultKind =
  /** The connection ended, stalled or was cut: connect again and look at what the server holds. */
  | 'connection-lost'
  /** No connection can be made. */
  | 'unreachable'
  /** The server takes no further connection now. */
  | 'busy'
  | 'login-refused'
  /** Another certificate or host key than expected, or no encryption where some was asked for. */
  | 'not-trusted'
  | 'disk-full'
  | 'no-permission'
  | 'missing'
  /** Any other answer that says no. */
  | 'refused';

/** `message` completes "the server …" for the operator and holds no secret. */
export class RemoteFault extends Error {
  override readonly name = 'RemoteFault';
  readonly kind: RemoteFaultKind;

  constructor(kind: RemoteFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export function isFault(error: unknown, ...kinds: readonly RemoteFaultKind[]): error is RemoteFault {
  return error instanceof RemoteFault && kinds.includes(error.kind);
}
