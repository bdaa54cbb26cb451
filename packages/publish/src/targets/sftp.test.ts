import { afterAll, beforeAll, describe } from 'vitest';
import { findFileServer, type FileServer } from '../../../../tests/support/file-server.ts';
import { hasProftpd, startProftpd, type ProftpdServer } from '../../../../tests/support/proftpd-server.ts';
import { hasSshServer, startSshServer, type SshServer } from '../../../../tests/support/ssh-server.ts';
import { behindTheBack } from '../fixtures/test-ftp-site.ts';
import { sftpOptions, sftpPasswordOptions } from '../fixtures/test-sftp-site.ts';
import { proveAssetTarget } from './asset-target.conformance.ts';
import { openSftpTarget } from './sftp.ts';

describe.skipIf(!hasSshServer())('sftp of OpenSSH, with a key', () => {
  let server: SshServer;
  beforeAll(async () => {
    server = await startSshServer();
  });
  afterAll(() => server.stop());
  proveAssetTarget('sftp', () =>
    Promise.resolve({ target: openSftpTarget(sftpOptions(server)), ...behindTheBack(server.folder) }),
  );
});

describe.skipIf(!hasProftpd())('sftp of proftpd, with a password', () => {
  let server: ProftpdServer;
  beforeAll(async () => {
    server = await startProftpd({ protocol: 'sftp' });
  });
  afterAll(() => server.stop());
  proveAssetTarget('sftp', () =>
    Promise.resolve({ target: openSftpTarget(sftpPasswordOptions(server)), ...behindTheBack(server.folder) }),
  );
});

/** What is local is tried above. */
const found = await findFileServer('SFTP');
describe.skipIf(found === null || found.way === 'local')('the SFTP server of TEST_SFTP_URL, or of a container', () => {
  let server: FileServer;
  beforeAll(async () => {
    server = await found!.start();
  });
  afterAll(() => server.remove());
  proveAssetTarget('sftp', () => {
    const target = openSftpTarget(sftpPasswordOptions(server, { folder: server.folder }));
    return Promise.resolve({ target, ...behindTheBack(server.localFolder) });
  });
});
