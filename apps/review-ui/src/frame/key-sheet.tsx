import { Button, Kbd, Modal, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import {
  chordInWords,
  groupsByTitle,
  isModifier,
  keysOf,
  ownKeys,
  pressedKey,
  rebind,
  singleKeys,
  takenBy,
  type Command,
} from '../lib/commands.ts';
import { useStore } from '../lib/store.ts';
import classes from './frame.module.css';

type Asked = { readonly group: string; readonly command: Command };

/** Every key that does something on the present page. Each can be put on another key, and letters alone switched off. */
export function KeySheet({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const areOn = useStore(singleKeys);
  const own = useStore(ownKeys);
  const ask = (next: Asked | null) => {
    setAsked(next);
    setProblem(null);
  };
  useCapture(asked, (key) => {
    if (asked === null) return;
    const taken = key === null ? undefined : takenBy(key, asked.command);
    if (key !== null && asked.command.inFields === true && !/^(ctrl|alt)\+/.test(key))
      return setProblem(`${chordInWords(key)} writes into fields; take one with Ctrl or Alt`);
    if (key !== null && taken !== undefined) return setProblem(`${chordInWords(key)} is taken by: ${taken}`);
    if (key !== null) rebind(asked.group, asked.command, key);
    ask(null);
  });
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="xl" closeOnEscape={asked === null}>
      <div className={classes.keyGroups}>
        {groupsByTitle().map(({ title, commands }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul className={classes.keys} aria-label={`Keys: ${title}`}>
              {commands.map((command) => (
                <li key={command.title}>
                  <span className={classes.keyCaps}>
                    {asked?.group === title && asked.command.title === command.title ? (
                      <em role="status">press a key, Esc leaves it</em>
                    ) : (
                      keysOf(title, command).map((key) => <Kbd key={key}>{chordInWords(key)}</Kbd>)
                    )}
                  </span>
                  <span>{command.title}</span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="neutral.2"
                    aria-label={`Change the key of: ${command.title}`}
                    onClick={() => ask({ group: title, command })}
                  >
                    Change
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {problem !== null && (
        <p role="alert" className={classes.keyProblem}>
          {problem}
        </p>
      )}
      <div className={classes.keyFoot}>
        <Switch
          label="Letters alone are keys"
          description="Off, only keys with Ctrl or Alt, the arrows and ? do something."
          checked={areOn}
          onChange={(event) => singleKeys.set(() => event.currentTarget.checked)}
        />
        <Button
          variant="default"
          size="compact-sm"
          disabled={Object.keys(own).length === 0}
          onClick={() => ownKeys.set(() => ({}))}
        >
          Give all keys back
        </Button>
      </div>
    </Modal>
  );
}

/** The next key, before anybody else sees it; null for Esc. */
function useCapture(asked: Asked | null, onKey: (key: string | null) => void): void {
  useEffect(() => {
    if (asked === null) return;
    const listener = (event: KeyboardEvent) => {
      if (isModifier(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onKey(event.key === 'Escape' ? null : pressedKey(event));
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  });
}
