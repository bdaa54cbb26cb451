import { afterAll, beforeAll, describe } from 'vitest';
import { findFileServer, type FileServer } from '../../../../tests/support/file-server.ts';
import {
  hasProftpd,
  startProftpd,
  type ProftpdOptions,
  type ProftpdServer,
} from '../../../../tests/support/proftpd-server.ts';
import { behindTheBack, ftpDefaults, ftpOptions } from '../fixtures/test-ftp-site.ts';
import { proveAssetTarget } from './asset-target.conformance.ts';
import { openFtpTarget, type FtpTargetOptions } from './ftp.ts';

type Kind = {
  readonly name: string;
  readonly server: ProftpdOptions;
  readonly client?: (server: ProftpdServer) => Partial<FtpTargetOptions>;
};

const trusted = ({ certificate: ca }: ProftpdServer) => ({ ca });

const kinds: readonly Kind[] = [
  { name: 'ftp', server: {} },
  { name: 'ftp, with hashes of the server', server: { modules: ['mod_digest'] } },
  {
    name: 'ftp, to a server that tells neither facts nor hashes and goes on with nothing',
    server: { settings: ['FactsAdvertise off', 'AllowStoreRestart off'] },
  },
  { name: 'ftp, to a server that replaces no file by a rename', server: { settings: ['AllowOverwrite off'] } },
  {
    name: 'ftp over explicit tls, with session reuse',
    server: { protocol: 'ftp+tls' },
    client: (server) => ({ encryption: 'explicit', ...trusted(server) }),
  },
  {
    name: 'ftp over implicit tls 1.2',
    server: { protocol: 'ftps', settings: ['TLSProtocol TLSv1.2'] },
    client: (server) => ({ encryption: 'implicit', ...trusted(server) }),
  },
];

describe.skipIf(!hasProftpd()).each(kinds)('$name', ({ name, server: options, client = () => ({}) }) => {
  let server: ProftpdServer;
  beforeAll(async () => {
    server = await startProftpd(options);
  });
  afterAll(() => server.stop());

  proveAssetTarget(name, () =>
    Promise.resolve({
      target: openFtpTarget(ftpOptions(server, client(server))),
      ...behindTheBack(server.folder),
    }),
  );
});

/** What is local is tried above, in all its kinds. */
const found = await findFileServer('FTP');
describe.skipIf(found === null || found.way === 'local')('the FTP server of TEST_FTP_URL, or of a container', () => {
  let server: FileServer;
  beforeAll(async () => {
    server = await found!.start();
  });
  afterAll(() => server.remove());
  proveAssetTarget('ftp', () => {
    const { host, port, user, password, folder } = server;
    const options = { ...ftpDefaults, host, port, user, password, folder };
    return Promise.resolve({ target: openFtpTarget(options), ...behindTheBack(server.localFolder) });
  });
});
