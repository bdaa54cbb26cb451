import { useLayoutEffect, useRef } from 'react';
import { createStore, useStore } from './store.ts';

/** Something a key does. The sheet of keys and the buttons' hints read the same list that the keyboard obeys. */
export type Command = {
  /** `a`, `shift+n`, `ctrl+enter`, `arrowright`, `?`: the key as the browser names it, in lower case. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly run: () => void;
  /** What is done when the key is let go again. */
  readonly release?: () => void;
  /** Whether the key means this just now; absent, it always does. */
  readonly when?: () => boolean;
  /** Works while somebody types as well, always or when it says so; never a key that writes by itself. */
  readonly inFields?: true | (() => boolean);
};

type Group = { readonly title: string; commands: readonly Command[] };

const groups = createStore<readonly Group[]>([]);

/** For people: everything of one title together. */
export const groupsByTitle = (): readonly Group[] =>
  [...Map.groupBy(groups.get(), ({ title }) => title)].map(([title, all]) => ({
    title,
    commands: all.flatMap(({ commands }) => commands),
  }));

/** Titles of what was done by key since the page was opened. */
export const usedCommands = createStore<ReadonlySet<string>>(new Set());

const OWN_KEYS = 'proofline.keys';
type OwnKeys = Readonly<Record<string, readonly string[]>>;
/** Keys that a person chose in place of ours, by `group/title`; kept in this browser. */
export const ownKeys = createStore<OwnKeys>(JSON.parse(localStorage.getItem(OWN_KEYS) ?? '{}') as OwnKeys);
ownKeys.subscribe(() => localStorage.setItem(OWN_KEYS, JSON.stringify(ownKeys.get())));

const placeOf = (group: string, { title }: Pick<Command, 'title'>) => `${group}/${title}`;

/** The keys of a command as this person has them. */
export const keysOf = (group: string, command: Pick<Command, 'title' | 'keys'>): readonly string[] =>
  ownKeys.get()[placeOf(group, command)] ?? command.keys;

/** Null gives the command its own keys back. */
export function rebind(group: string, command: Pick<Command, 'title'>, key: string | null): void {
  const place = placeOf(group, command);
  ownKeys.set((all) => {
    const { [place]: _before, ...others } = all;
    return key === null ? others : { ...others, [place]: [key] };
  });
}

/** What has this key already on the present page; undefined when nothing has. */
export function takenBy(key: string, except: Pick<Command, 'title'>): string | undefined {
  return groups
    .get()
    .flatMap(({ title, commands }) => commands.map((command) => ({ group: title, command })))
    .find(({ group, command }) => command.title !== except.title && keysOf(group, command).includes(key))?.command
    .title;
}

/** The first key of the command with this title, as people write it; undefined when it has none on this page. */
export function useKeyOf(title: string): string | undefined {
  const all = useStore(groups);
  useStore(ownKeys);
  for (const group of all) {
    const command = group.commands.find((candidate) => candidate.title === title);
    const [key] = command === undefined ? [] : keysOf(group.title, command);
    if (key !== undefined) return chordInWords(key);
  }
  return undefined;
}

/** Does what the key of the command with this title does on this page; nothing when there is none. */
export function runCommand(title: string): void {
  groups
    .get()
    .flatMap(({ commands }) => commands)
    .find((command) => command.title === title)
    ?.run();
}

const SWITCH = 'proofline.single-keys';
/** Letters without a modifier, which a person may switch off (WCAG 2.1.4). */
export const singleKeys = createStore(localStorage.getItem(SWITCH) !== 'off');
singleKeys.subscribe(() => localStorage.setItem(SWITCH, singleKeys.get() ? 'on' : 'off'));

/** Its commands give way to those of the page. */
export const EVERYWHERE = 'Everywhere';

/** Puts the commands under the keyboard while the component is there; what was put there last comes first. */
export function useCommands(title: string, commands: readonly Command[]): void {
  const group = useRef<Group>({ title, commands });
  group.current.commands = commands;
  // Before the page is seen: whoever sees it may press a key at once.
  useLayoutEffect(() => {
    const mine = group.current;
    groups.set((all) => (title === EVERYWHERE ? [...all, mine] : [mine, ...all]));
    return () => groups.set((all) => all.filter((other) => other !== mine));
  }, []);
}

/** Jumps that take two keys: `g`, then a letter. Where `g` alone is a command too, it waits this long for the letter. */
const LEADER = 'g';
const LEADER_MS = 1500;
const ALONE_MS = 500;

export function listenToKeys(): () => void {
  let held: { readonly key: string; readonly release: () => void } | undefined;
  let ledAtMs = Number.NEGATIVE_INFINITY;
  let alone: ReturnType<typeof setTimeout> | undefined;
  let isOverDialog = false;
  const obey = (key: string, event: KeyboardEvent): boolean => {
    const command = commandAt(key, typesText(event.target));
    if (command === undefined || (!singleKeys.get() && isCharacterAlone(key))) return false;
    event.preventDefault();
    if (!usedCommands.get().has(command.title)) usedCommands.set((used) => new Set(used).add(command.title));
    if (command.release !== undefined) held = { key: event.key, release: command.release };
    command.run();
    return true;
  };
  const lead = (event: KeyboardEvent) => {
    ledAtMs = performance.now();
    alone = setTimeout(() => {
      if (obey(LEADER, event)) ledAtMs = Number.NEGATIVE_INFINITY;
    }, ALONE_MS);
  };
  // Looked at before anybody obeys: the key that closes a dialog does nothing else.
  const look = () => {
    isOverDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  };
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModifier(event)) return;
    // A key that is held down goes through photos and decides nothing.
    if (event.repeat && !event.key.startsWith('Arrow')) return void (held !== undefined && event.preventDefault());
    const pressed = pressedKey(event);
    const isLed = performance.now() - ledAtMs < LEADER_MS;
    clearTimeout(alone);
    ledAtMs = Number.NEGATIVE_INFINITY;
    if (isOverDialog) return;
    // A button that has the focus is pressed by these.
    if ((pressed === 'enter' || pressed === 'space') && isPressable(event.target)) return;
    if (isLed && obey(`${LEADER} ${pressed}`, event)) return;
    if (pressed === LEADER && !typesText(event.target)) lead(event);
    else obey(pressed, event);
  };
  const letGo = (event: KeyboardEvent | FocusEvent) => {
    if (held === undefined || (event instanceof KeyboardEvent && event.key !== held.key)) return;
    const { release } = held;
    held = undefined;
    release();
  };
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', listener);
  window.addEventListener('keyup', letGo);
  window.addEventListener('blur', letGo);
  return () => {
    clearTimeout(alone);
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', listener);
    window.removeEventListener('keyup', letGo);
    window.removeEventListener('blur', letGo);
  };
}

function commandAt(key: string, isTyping: boolean): Command | undefined {
  for (const group of groups.get()) {
    const command = group.commands.find(
      (candidate) =>
        (!isTyping || worksInFields(candidate, key)) &&
        keysOf(group.title, candidate).includes(key) &&
        (candidate.when === undefined || candidate.when()),
    );
    if (command !== undefined) return command;
  }
  return undefined;
}

function worksInFields({ inFields = () => false }: Command, key: string): boolean {
  return inFields === true || (/^(ctrl|alt)\+/.test(key) && inFields());
}

/** What WCAG 2.1.4 means: a letter, digit or sign without a modifier, capital or not. The sheet of keys stays in reach. */
const isCharacterAlone = (key: string) => key !== '?' && /^(shift\+)?.$/u.test(key);

const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a[href], summary, [role="button"]') !== null;

/** What was pressed, as commands name it. */
export function pressedKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
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

/** Keys that do nothing alone. */
export const isModifier = ({ key }: KeyboardEvent) => ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);

const names: Readonly<Record<string, string>> = {
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  backspace: 'Backspace',
};

/** Keys one after the other, as people write them. */
export const chordInWords = (keys: string) => keys.split(' ').map(keyInWords).join(' then ');

/** A key as people write it. */
function keyInWords(key: string): string {
  if (key === '+') return key;
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1)))
    .join(' + ');
}
