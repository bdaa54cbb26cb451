import { TextInput } from '@mantine/core';

type Props = {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly description?: string;
};

/** Why something with consequences is done: asked for in each such dialog, and first. */
export function ReasonField({ reason, onReason, description = 'Kept in the log' }: Props) {
  return (
    <TextInput
      w="100%"
      label="Reason"
      description={description}
      required
      data-autofocus
      maxLength={2000}
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  );
}
