import { Kbd, Modal, Switch } from '@mantine/core';
import { Fragment } from 'react';
import { commandGroups, keyInWords, singleKeys } from '../lib/commands.ts';
import { useStore } from '../lib/store.ts';
import classes from './frame.module.css';

/** Every key that does something on the present page. */
export function KeySheet({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const areOn = useStore(singleKeys);
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="lg">
      {commandGroups().map(({ title, commands }) => (
        <section key={title}>
          <h2>{title}</h2>
          <dl className={classes.keys}>
            {commands.map((command) => (
              <Fragment key={command.title}>
                <dt>
                  {command.keys.map((key) => (
                    <Kbd key={key} ml={4}>
                      {key.split(' ').map(keyInWords).join(' then ')}
                    </Kbd>
                  ))}
                </dt>
                <dd>{command.title}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        label="Letters alone are keys"
        description="Off, only keys with Ctrl, the arrows and ? do something."
        checked={areOn}
        onChange={(event) => singleKeys.set(() => event.currentTarget.checked)}
      />
    </Modal>
  );
}
