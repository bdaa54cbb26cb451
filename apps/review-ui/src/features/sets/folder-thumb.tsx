import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { folderThumbUrl } from './queries.ts';

type Props = {
  readonly path: string;
  readonly name: string;
  /** Empty where a name stands beside it. */
  readonly alt?: string;
  readonly className: string | undefined;
};

/** A photo that no set was made of yet; a sign in its place where no picture can be made of it, such as of a camera raw. */
export function FolderThumb({ path, name, alt = '', className }: Props) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing)
    return (
      <span className={className} title={`No picture of ${name}`}>
        <ImageOff size={16} aria-hidden />
        {alt !== '' && <span className="unseen">No picture of {name}</span>}
      </span>
    );
  return (
    <img
      className={className}
      src={folderThumbUrl(path, name)}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={() => setMissing(true)}
    />
  );
}
