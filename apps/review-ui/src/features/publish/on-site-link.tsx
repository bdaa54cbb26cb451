import { ExternalLink } from 'lucide-react';
import classes from './publish.module.css';

type Props = { readonly fileName: string; readonly webUrl: string | null };

/** The photo as everybody sees it, in a window of its own; its name alone where the site has no public address. */
export function OnSiteLink({ fileName, webUrl }: Props) {
  if (webUrl === null) return fileName;
  return (
    <a className={classes.siteLink} href={webUrl} target="_blank" rel="noreferrer">
      {fileName}
      <ExternalLink size={12} aria-hidden />
      <span className="unseen"> on the site, in a new window</span>
    </a>
  );
}
