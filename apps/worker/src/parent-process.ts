/** The other end of this child process: who started it, gives it orders and is told what happens. */
export type ParentProcess<Order, Notice> = {
  /** Resolves when it is on its way. */
  tell(notice: Notice): Promise<void>;
  onOrder(listener: (order: Order) => void): void;
  /** The parent is gone, however that came: nobody would stop or replace this process any more. */
  onGone(listener: () => void): void;
};

/** What a terminal sends to every process in it; what they mean for a child is for its parent to say. */
const terminalSignals = ['SIGINT', 'SIGHUP', 'SIGBREAK'] as const;

/** For a program that was started by `fork`. Throws when it was started by hand. */
export function parentProcess<Order, Notice>(): ParentProcess<Order, Notice> {
  if (process.send === undefined) throw new Error('this program is started by Proofline and not by hand');
  for (const signal of terminalSignals) process.on(signal, () => {});
  return {
    // A parent that has just gone is told of by `onGone`.
    tell: (notice) => new Promise((resolve) => process.send?.(notice, () => resolve())),
    onOrder: (listener) => void process.on('message', listener),
    onGone: (listener) => void process.once('disconnect', listener),
  };
}
