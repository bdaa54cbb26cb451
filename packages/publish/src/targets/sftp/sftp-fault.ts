import { RemoteFault, type RemoteFaultKind } from '../remote/remote-fault.ts';

/** Status codes of the protocol (draft-ietf-secsh-filexfer-02 §7); what is not here is refused. */
const kindsByStatus: Readonly<Record<number, RemoteFaultKind>> = {
  2: 'missing',
  3: 'no-permission',
  6: 'connection-lost',
  7: 'connection-lost',
  14: 'disk-full',
  15: 'disk-full',
};

/** The answer of a server to one request. */
export function sftpFault(error: unknown, what: string): RemoteFault {
  if (error instanceof RemoteFault) return error;
  const { message, code } = error as Error & { readonly code?: unknown };
  if (typeof code !== 'number') return new RemoteFault('connection-lost', `broke off the connection (${message})`);
  const byText = /no space|quota/i.test(message) ? 'disk-full' : undefined;
  return new RemoteFault(
    byText ?? kindsByStatus[code] ?? 'refused',
    `answered to ${what}: ${message} (status ${code})`,
  );
}
