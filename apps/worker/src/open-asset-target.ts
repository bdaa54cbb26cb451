import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import { openDirectoryTarget } from '@proofline/publish/targets/directory.ts';
import { openFtpTarget } from '@proofline/publish/targets/ftp.ts';
import { openSftpTarget } from '@proofline/publish/targets/sftp.ts';
import type { Logger } from '@proofline/runtime/logger.ts';
import type { SiteServerSettings } from '@proofline/runtime/site-settings.ts';

/** Where the site's files go: a folder of this machine, or a server. */
export function openAssetTarget({
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
}): AssetTarget {
  if (siteServer === null) return openDirectoryTarget({ folder: siteFolder, floorBytes: diskFloorBytes, sender });
  const onRemark = (remark: string) => logger.warn(remark);
  const options = { sender, onRemark };
  if (siteServer.kind === 'sftp') return openSftpTarget({ ...siteServer, ...options });
  if (siteServer.encryption === 'none')
    onRemark(
      `${siteServer.host} is reached in the clear: password and photos can be read on the way; use ftp+tls: or sftp: where the server knows it`,
    );
  return openFtpTarget({ ...siteServer, ...options });
}
