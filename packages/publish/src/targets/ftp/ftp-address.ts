/** Where an FTP server is and how it is to be trusted. */
export type FtpAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** `explicit` begins in the clear and changes over before the password is sent; `implicit` is encrypted from the first byte. */
  readonly encryption: 'none' | 'explicit' | 'implicit';
  /** Authorities that may have signed its certificate, as PEM; null where those of this machine do. */
  readonly ca: string | null;
  /** SHA-256 of its certificate as lower-case hex: then exactly this one is trusted, whoever signed it. */
  readonly fingerprint: string | null;
  /** The site's folder: relative to where the login leads to, or from the server's root with a slash in front. */
  readonly folder: string;
  /** A server that says nothing for longer is taken for gone. */
  readonly timeoutMs: number;
};
