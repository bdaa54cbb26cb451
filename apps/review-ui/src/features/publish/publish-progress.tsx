import { Button, Progress, Table } from '@mantine/core';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { useQuery } from '@tanstack/react-query';
import { Problems } from '../../frame/problems.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { count } from '../../lib/words.ts';
import { OnSiteLink } from './on-site-link.tsx';
import { progressQuery, sendingQuery, usePublish } from './queries.ts';
import classes from './publish.module.css';

type Props = { readonly photoIds: readonly number[]; readonly onClose: () => void };

/** How far each of the photos is that were just asked for. What the site has is told by the plan: nothing is left to send. */
export function PublishProgress({ photoIds, onClose }: Props) {
  const { data: items = [] } = useQuery(progressQuery(photoIds));
  const { data: sending = [] } = useQuery(sendingQuery());
  const { data: overviews = [] } = useQuery(overviewQuery());
  const again = usePublish();
  const standings = items.map((item) => ({ item, standing: standingOf(item, sending) }));
  const of = (wanted: Standing) => standings.filter(({ standing }) => standing === wanted);
  const [done, failed] = [of('on the site').length, of('came to nothing')];
  const isOver = items.length > 0 && done + failed.length === items.length;
  const halted = overviews.flatMap(({ blockedBy }) => blockedBy).find(({ stage }) => stage === 'publish-photo');
  return (
    <section className={classes.progress} aria-label="Publication under way">
      <p role="status">
        {done} of {count(photoIds.length, 'photo')} on the site
        {failed.length > 0 ? `, ${failed.length} came to nothing` : ''}
        {isOver ? '. Done.' : ' …'}
      </p>
      <Progress
        value={(done / photoIds.length) * 100}
        transitionDuration={0}
        aria-label={`${done} of ${photoIds.length} on the site`}
      />
      {halted !== undefined && !isOver && (
        <p className={classes.blocked}>
          It waits: {halted.reason}. To do: {halted.remedy}. It goes on by itself.
        </p>
      )}
      <Table.ScrollContainer
        minWidth={400}
        maxHeight={200}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Photo by photo' } }}
      >
        <Table aria-label="How far each photo is">
          <Table.Tbody>
            {standings.map(({ item, standing }) => (
              <Table.Tr key={item.photoId}>
                <Table.Td className={classes.name}>
                  <OnSiteLink fileName={item.fileName} webUrl={standing === 'on the site' ? item.webUrl : null} />
                </Table.Td>
                <Table.Td className={standing === 'came to nothing' ? classes.failed : undefined}>
                  {standing === 'came to nothing' ? `came to nothing: ${item.lastFailure}` : standing}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {again.isError && <Problems error={again.error} title="Nothing was tried again" />}
      <div className={classes.buttons}>
        {failed.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate(failed.map(({ item }) => item.photoId))}
          >
            Try {count(failed.length, 'photo')} again
          </Button>
        )}
        {isOver && (
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Close
          </Button>
        )}
      </div>
    </section>
  );
}

type Standing = 'waits' | 'is being sent' | 'on the site' | 'came to nothing';

function standingOf(
  { photoId, change, blockedBy, lastFailure }: PublicationPlanItem,
  sending: readonly number[],
): Standing {
  if (change === 'unchanged') return 'on the site';
  if (sending.includes(photoId)) return 'is being sent';
  return blockedBy.length === 0 && lastFailure !== null ? 'came to nothing' : 'waits';
}
