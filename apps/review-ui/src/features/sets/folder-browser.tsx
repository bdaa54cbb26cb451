import { Button } from '@mantine/core';
import type { BrowsedFolder } from '@proofline/domain/folder-browser.ts';
import { useQuery } from '@tanstack/react-query';
import { ArrowUp, Folder, FolderCheck } from 'lucide-react';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { count } from '../../lib/words.ts';
import { FolderThumb } from './folder-thumb.tsx';
import { foldersQuery } from './queries.ts';
import own from './folder-browser.module.css';
import classes from './sets.module.css';

type Props = { readonly chosen: string | null; readonly onChoose: (path: string | null) => void };

/** Folders below those that the configuration opens, with their counts of photos. */
export function FolderBrowser({ chosen, onChoose }: Props) {
  // A set that is changed shows the folder that it has.
  const [path, setPath] = useState<string | null>(chosen);
  const { data, error, refetch } = useQuery(foldersQuery(path));
  const open = (next: string | null) => {
    setPath(next);
    onChoose(null);
  };
  const here = data?.here ?? null;
  return (
    <section className={own.browser} aria-label="Folder">
      <div className={own.here}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={path === null}
          leftSection={<ArrowUp size={14} aria-hidden />}
          onClick={() => open(data?.parentPath ?? null)}
        >
          Up
        </Button>
        <span className={classes.path}>{here?.path ?? 'Folders of this machine'}</span>
      </div>
      {error !== null && <Problems error={error} title="The folder could not be listed" retry={() => void refetch()} />}
      {data === undefined && error === null && (
        <p role="status" className={own.folders}>
          Loading …
        </p>
      )}
      {data !== undefined && (
        <ul className={own.folders} aria-label="Folders in it" tabIndex={-1}>
          {data.folders.map((folder) => (
            <li key={folder.path}>
              <button type="button" onClick={() => open(folder.path)}>
                {folder.cover === null ? (
                  <span className={own.cover}>
                    <Folder size={16} aria-hidden />
                  </span>
                ) : (
                  <FolderThumb key={folder.cover} path={folder.path} name={folder.cover} className={own.cover} />
                )}
                <span>{here === null ? folder.path : folder.name}</span>
                <span className={classes.quiet}>{photosIn(folder)}</span>
              </button>
            </li>
          ))}
          {data.folders.length === 0 && (
            <li className={classes.quiet}>{here === null ? 'No folder is opened to browsers' : 'No folders in it'}</li>
          )}
          {data.isCut && <li className={classes.quiet}>and more, which are not listed</li>}
        </ul>
      )}
      {here !== null && data !== undefined && data.samples.length > 0 && (
        <ul className={own.samples} aria-label={`First photos in ${here.name}`}>
          {data.samples.map((name) => (
            <li key={`${here.path}/${name}`} title={name}>
              <FolderThumb path={here.path} name={name} alt={name} className={own.sample} />
            </li>
          ))}
        </ul>
      )}
      {here !== null && (
        <Button
          variant={chosen === here.path ? 'filled' : 'default'}
          leftSection={<FolderCheck size={16} aria-hidden />}
          aria-pressed={chosen === here.path}
          onClick={() => onChoose(chosen === here.path ? null : here.path)}
        >
          {chosen === here.path ? 'Chosen' : 'Choose'}: {here.name}, {photosIn(here)}
          {data !== undefined && data.folders.length > 0 ? ` and ${count(data.folders.length, 'folder')}` : ''}
        </Button>
      )}
    </section>
  );
}

const photosIn = ({ photos }: BrowsedFolder) => (photos === null ? 'not counted' : count(photos, 'photo'));
