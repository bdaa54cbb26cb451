import { Button } from '@mantine/core';
import { LinkButton } from '../../frame/link-button.tsx';
import { useStore } from '../../lib/store.ts';
import { count } from '../../lib/words.ts';
import { writtenTitles } from './field-titles.ts';
import { secondLook } from './second-look.ts';
import type { SessionItem } from './session.ts';
import type { Tally } from './tally.ts';
import type { PlaceInSession } from './use-place.ts';
import { writtenFields } from './written-fields.ts';
import classes from './review.module.css';

type Props = {
  readonly items: readonly SessionItem[];
  readonly tally: Tally;
  /** Time at the photos of the list, pauses left out, in milliseconds. */
  readonly activeMs: number;
  readonly place: PlaceInSession;
  readonly onBegin: () => void;
};

/** What stands at the end of the list, and how long it took. */
export function Summary({ items, tally, activeMs, place, onBegin }: Props) {
  const { approved, rejected, pending } = tally;
  const decided = approved + rejected;
  const minutes = activeMs / 60_000;
  const toComeBack = useStore(secondLook);
  const marked = items.findIndex(({ photoId }) => toComeBack.has(photoId));
  const ids = new Set(items.map(({ photoId }) => photoId));
  const written = editsByField(useStore(writtenFields).filter(({ photoId }) => ids.has(photoId)));
  const facts: readonly (readonly [string, string])[] = [
    ['Approved', String(approved)],
    ['Rejected', String(rejected)],
    ['Undecided', String(pending)],
    ...(decided > 0 ? [['Share approved', `${Math.round((approved / decided) * 100)} %`] as const] : []),
    ...(written.length > 0 ? [['Edits', written.join(', ')] as const] : []),
    ['Time at the photos, without pauses', inMinutes(minutes)],
    ...(decided > 0
      ? [['Per 100 photos at this pace', `${((minutes / decided) * 100).toFixed(1)} minutes`] as const]
      : []),
  ];
  return (
    <section className={classes.summary} aria-label="Summary">
      <h2>End of the list</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.buttons}>
        {pending > 0 && (
          <Button variant="default" onClick={() => place.toPending(1, -1)}>
            Next undecided
          </Button>
        )}
        {marked >= 0 && (
          <Button variant="default" onClick={() => place.go(marked)}>
            Second look ({items.filter(({ photoId }) => toComeBack.has(photoId)).length})
          </Button>
        )}
        <Button variant="default" onClick={onBegin}>
          Begin a new list
        </Button>
        {approved > 0 && <LinkButton to="/publish">Go to publish (G P)</LinkButton>}
      </div>
    </section>
  );
}

const inMinutes = (minutes: number) => (minutes < 1 ? 'less than a minute' : count(Math.round(minutes), 'minute'));

function editsByField(written: readonly { readonly field: string }[]): readonly string[] {
  return Object.entries(writtenTitles).flatMap(([field, title]) => {
    const times = written.filter((one) => one.field === field).length;
    return times === 0 ? [] : [`${title.toLowerCase()} ${times}`];
  });
}
