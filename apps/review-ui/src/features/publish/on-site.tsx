import { Button, Modal, Table } from '@mantine/core';
import type { FoundPhotos, OnSiteItem } from '@proofline/domain/photo-list.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { ReasonField } from '../../frame/reason-field.tsx';
import { SearchField } from '../../frame/search-field.tsx';
import { useRole } from '../../frame/session.ts';
import { foundPhotosQuery } from '../../frame/word-search.ts';
import { OnSiteLink } from './on-site-link.tsx';
import { onSiteQuery, useTakeOff, type Leaving } from './queries.ts';
import classes from './publish.module.css';

type ShownPhoto = Pick<OnSiteItem, 'photoId' | 'fileName' | 'webUrl'>;

const onSiteOf = ({ photos }: FoundPhotos): readonly ShownPhoto[] =>
  photos.flatMap(({ id, fileName, onSite }) =>
    onSite === null || fileName === null ? [] : [{ photoId: id, fileName, webUrl: onSite.webUrl }],
  );

type Asked = Omit<Leaving, 'reason'> & { readonly fileName: string };

/** What is on the site, the newest first, each photo with the way back. */
export function OnSite() {
  const isReviewer = useRole('reviewer');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [wanted, setWanted] = useState('');
  const isSearch = wanted !== '';
  const newest = useInfiniteQuery(onSiteQuery());
  const found = useInfiniteQuery(foundPhotosQuery(wanted));
  const { error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = isSearch ? found : newest;
  const photos: readonly ShownPhoto[] | undefined = isSearch
    ? found.data?.pages.flatMap(onSiteOf)
    : newest.data?.pages.flat();
  const isEmpty = newest.data?.pages.flat().length === 0;
  return (
    <section className={classes.onSite} aria-label="On the site">
      <div className={classes.title}>
        <h2>On the site</h2>
        {!isEmpty && (
          <SearchField
            label="Search what is on the site"
            text={wanted}
            onSearch={setWanted}
            isSearching={isSearch && found.isFetching}
          />
        )}
      </div>
      {error !== null && photos === undefined && (
        <Problems
          error={error}
          title={isSearch ? 'The search came to nothing' : 'What is on the site could not be read'}
          retry={() => void refetch()}
        />
      )}
      {photos === undefined && error === null && <Loading what="what is on the site" />}
      {photos?.length === 0 && !isSearch && <EmptyState title="Nothing was published yet" />}
      {photos?.length === 0 && isSearch && (
        <EmptyState title={`Nothing on the site fits “${wanted}”`}>
          <p>
            Searched were whole words in file names, sets, captions, alt texts and keywords
            {hasNextPage ? ' of the newest photos' : ''}.
          </p>
        </EmptyState>
      )}
      {photos !== undefined && photos.length > 0 && (
        <Table.ScrollContainer
          minWidth={500}
          maxHeight={420}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'On the site' } }}
        >
          <Table stickyHeader aria-label="Photos on the site">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>File name</Table.Th>
                <Table.Th>{isReviewer ? 'Take back' : ''}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {photos.map(({ photoId, fileName, webUrl }) => (
                <Table.Tr key={photoId}>
                  <Table.Td className={classes.name}>
                    <OnSiteLink fileName={fileName} webUrl={webUrl} />
                  </Table.Td>
                  <Table.Td>
                    {isReviewer && (
                      <span className={classes.buttons}>
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`Roll back ${fileName}`}
                          onClick={() => setAsked({ photoId, fileName, kind: 'roll-back' })}
                        >
                          Roll back …
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`Withdraw ${fileName}`}
                          onClick={() => setAsked({ photoId, fileName, kind: 'withdrawal' })}
                        >
                          Withdraw …
                        </Button>
                      </span>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hasNextPage && (
        <Button size="compact-sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isSearch ? 'Search older photos' : 'Show older ones'}
        </Button>
      )}
      {asked !== null && <TakeOffDialog asked={asked} close={() => setAsked(null)} />}
    </section>
  );
}

const words = {
  withdrawal: {
    title: 'Withdraw',
    what: 'Its row and its files leave the site; its name is never given again. Its review ends with it.',
  },
  'roll-back': {
    title: 'Roll back',
    what: 'The file and the row that its last publication replaced stand on the site again, and the photo goes back to review. Refused when it replaced nothing.',
  },
} as const;

function TakeOffDialog({ asked, close }: { readonly asked: Asked; readonly close: () => void }) {
  const [reason, setReason] = useState('');
  const takeOff = useTakeOff();
  const { title, what } = words[asked.kind];
  return (
    <Modal opened onClose={close} title={`${title} ${asked.fileName}`}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          const { photoId, kind } = asked;
          if (reason.trim() !== '') takeOff.mutate({ photoId, kind, reason: reason.trim() }, { onSuccess: close });
        }}
      >
        <p>{what}</p>
        <ReasonField reason={reason} onReason={setReason} />
        {takeOff.isError && <Problems error={takeOff.error} title="Nothing was changed" />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            Leave it on the site
          </Button>
          <Button type="submit" disabled={reason.trim() === ''} loading={takeOff.isPending}>
            {title}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
