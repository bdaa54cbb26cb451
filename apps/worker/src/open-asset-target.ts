import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import { openDirectoryTarget } from '@proofline/publish/targets/directory.ts';
import type { Logger } from '@proofline/runtime/logger.ts';
import type { SiteServerSettings } from '@proofline/runtime/site-settings.ts';

/** Where the site's files go: a folder of this machine, or a server, whose protocol is loaded only where it is spoken. */
export async function openAssetTarget({
  siteFolder,
  siteServer,
  diskFloorBytes,
  sender,
  logger,
}: {
  readonly siteFolder: string;
  /** Null: the folder. */
  readonly siteServer: SiteServerSettings | null;
  readonly diskFloorBytes: number;
  readonly sender: string;
  readonly logger: Pick<Logger, 'warn'>;
}): Promise<AssetTarget> {
  if (siteServer === null) return openDirectoryTarget({ folder: siteFolder, floorBytes: diskFloorBytes, sender });
  const onRemark = (remark: string) => logger.warn(remark);
  const options = { sender, onRemark };
  if (siteServer.kind === 'sftp') {
    const { openSftpTarget } = await import('@proofline/publish/targets/sftp.ts');
    return openSftpTarget({ ...siteServer, ...options });
  }
  if (siteServer.encryption === 'none')
    onRemark(
      `${siteServer.host} is reached in the clear: password and photos can be read on the way; use ftp+tls: or sftp: where the server knows it`,
    );
  const { openFtpTarget } = await import('@proofline/publish/targets/ftp.ts');
  return openFtpTarget({ ...siteServer, ...options });
}
