/** Where an SFTP server is and how each side knows the other. */
export type SftpAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Null where a key is used. */
  readonly password: string | null;
  /** The private key's own text, and what unlocks it. */
  readonly key: { readonly text: string; readonly passphrase: string | null } | null;
  /** Without one of the two nobody is trusted: a fingerprint as `ssh-keygen -l` prints it, or what a known_hosts file holds. */
  readonly hostKey: { readonly fingerprint: string } | { readonly knownHosts: string };
  /** The site's folder: relative to where the login leads to, or from the server's root with a slash in front. */
  readonly folder: string;
  /** A server that says nothing for longer is taken for gone. */
  readonly timeoutMs: number;
};
