import { Button, Popover, Select, TextInput } from '@mantine/core';
import { qualityBands } from '@proofline/domain/quality.ts';
import type { ReviewQueueItem } from '@proofline/domain/review.ts';
import { useMemo } from 'react';
import { SearchField } from '../../frame/search-field.tsx';
import { narrowings, usualOrder, type SessionFilter } from './filter.ts';
import classes from './review.module.css';

type Props = {
  readonly filter: SessionFilter;
  /** Everything that waits, from which the choices come. */
  readonly queue: readonly ReviewQueueItem[];
  readonly onFilter: (filter: SessionFilter) => void;
};

const orders = [
  { value: 'worst-first', label: 'Least trusted text first' },
  { value: 'by-group', label: 'Frames that belong together' },
  { value: 'by-photo', label: 'As they came in' },
];

const states = [
  { value: 'pending', label: 'Undecided' },
  { value: 'approved', label: 'Approved' },
];

/** What the list is made of. It decides when a list begins; a decision takes nothing out of the list. */
export function FilterMenu({ filter, queue, onFilter }: Props) {
  const choices = useMemo(() => choicesIn(queue), [queue]);
  const narrow = narrowings(filter);
  const choose = (part: keyof SessionFilter) => (value: string | null) => {
    const { [part]: _before, ...others } = filter;
    onFilter(value === null || value === '' ? others : { ...others, [part]: value });
  };
  const select = (part: 'state' | 'band' | 'finding' | 'camera') => ({
    size: 'xs' as const,
    clearable: true,
    placeholder: 'all',
    value: filter[part] ?? null,
    onChange: choose(part),
    comboboxProps: { withinPortal: false },
    clearButtonProps: { 'aria-label': `All: ${part}`, tabIndex: 0, 'aria-hidden': false, size: '24px' },
  });
  return (
    <Popover position="bottom-start" trapFocus withinPortal={false}>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          {narrow === 0 ? 'Filter …' : `Filter (${narrow}) …`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.filters} role="group" aria-label="Filter">
          <SearchField label="Search what waits for review" text={filter.text ?? ''} onSearch={choose('text')} />
          <Select
            size="xs"
            label="Order"
            data={orders}
            allowDeselect={false}
            value={filter.order ?? usualOrder}
            onChange={choose('order')}
            comboboxProps={{ withinPortal: false }}
          />
          <Select label="State" data={states} {...select('state')} />
          <Select label="Quality" data={[...qualityBands]} {...select('band')} />
          <Select label="Findings" data={choices.findings} {...select('finding')} />
          <Select label="Camera" data={choices.cameras} {...select('camera')} />
          <TextInput
            size="xs"
            type="date"
            label="Taken from"
            value={filter.from ?? ''}
            onChange={(event) => choose('from')(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            type="date"
            label="Taken until"
            value={filter.to ?? ''}
            onChange={(event) => choose('to')(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            variant="default"
            disabled={narrow === 0}
            onClick={() => onFilter(filter.setId === undefined ? {} : { setId: filter.setId })}
          >
            Show all
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function choicesIn(queue: readonly ReviewQueueItem[]) {
  const rules = [...new Set(queue.flatMap((item) => item.rules))].toSorted();
  const cameras = [...new Set(queue.flatMap(({ camera }) => (camera === null ? [] : [camera])))].toSorted();
  return {
    cameras: cameras.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    findings: [
      { value: 'blocked', label: 'Text is blocked' },
      { value: 'any', label: 'Any finding' },
      { value: 'none', label: 'No finding' },
      ...rules.map((rule) => ({ value: rule, label: `Rule ${rule}` })),
    ],
  };
}
