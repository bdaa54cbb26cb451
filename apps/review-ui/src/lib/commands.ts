import { useLayoutEffect, useRef } from 'react';
import { createStore } from './store.ts';

/** Something a key does. The sheet of keys and the buttons' hints read the same list that the keyboard obeys. */
export type Command = {
  /** `a`, `shift+n`, `ctrl+enter`, `arrowright`, `?`: the key as the browser names it, in lower case. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly run: () => void;
  /** Works while somebody types as well; never for a letter alone. */
  readonly inFields?: true;
};

type Group = { readonly title: string; commands: readonly Command[] };

const groups = createStore<readonly Group[]>([]);

const SWITCH = 'proofline.single-keys';
/** Letters without a modifier, which a person may switch off (WCAG 2.1.4). */
export const singleKeys = createStore(localStorage.getItem(SWITCH) !== 'off');
singleKeys.subscribe(() => localStorage.setItem(SWITCH, singleKeys.get() ? 'on' : 'off'));

export const commandGroups = () => groups.get();

/** Puts the commands under the keyboard while the component is there; what was put there last comes first. */
export function useCommands(title: string, commands: readonly Command[]): void {
  const group = useRef<Group>({ title, commands });
  group.current.commands = commands;
  // Before the page is seen: whoever sees it may press a key at once.
  useLayoutEffect(() => {
    const mine = group.current;
    groups.set((all) => [mine, ...all]);
    return () => groups.set((all) => all.filter((other) => other !== mine));
  }, []);
}

/** Jumps that take two keys: `g`, then a letter. */
const LEADER = 'g';
const LEADER_MS = 1500;
let ledAtMs = Number.NEGATIVE_INFINITY;

export function listenToKeys(): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A key that is held down goes through photos and decides nothing.
    if (event.repeat && !event.key.startsWith('Arrow')) return;
    const pressed = pressedKey(event);
    const isTyping = typesText(event.target);
    const isModal = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
    const isLed = performance.now() - ledAtMs < LEADER_MS;
    ledAtMs = !isTyping && !isModal && pressed === LEADER ? performance.now() : Number.NEGATIVE_INFINITY;
    if (isModal) return;
    const wanted = isLed ? `${LEADER} ${pressed}` : pressed;
    const command = groups
      .get()
      .flatMap((group) => group.commands)
      .find(({ keys, inFields }) => keys.includes(wanted) && (inFields === true || !isTyping));
    if (command === undefined) return;
    if (!singleKeys.get() && wanted.length === 1 && wanted !== '?') return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}

function pressedKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const name = key === ' ' ? 'space' : key.toLowerCase();
  // The shift that makes a `?` is part of it.
  const isShifted = shiftKey && (name.length > 1 || /\p{L}/u.test(name));
  return [ctrlKey || metaKey ? 'ctrl' : '', altKey ? 'alt' : '', isShifted ? 'shift' : '', name]
    .filter((part) => part !== '')
    .join('+');
}

function typesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}

const names: Readonly<Record<string, string>> = {
  arrowright: '→',
  arrowleft: '←',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  backspace: 'Backspace',
};

/** A key as people write it. */
export function keyInWords(key: string): string {
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1)))
    .join(' + ');
}
