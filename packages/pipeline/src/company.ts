/** Who runs at the same time: any number in company, or one alone. First come, first served, so that neither kind waits for ever. */
export type Company = {
  /** Resolves, once there is room, with the function that leaves again; rejects with the signal's reason when that aborts first. */
  enter(alone: boolean, stop: AbortSignal): Promise<() => void>;
};

type Waiting = { readonly alone: boolean; readonly admit: () => void };

export function openCompany(): Company {
  let present = 0;
  let isTaken = false;
  const waiting: Waiting[] = [];

  const hasRoom = ({ alone }: Waiting) => (alone ? present === 0 : !isTaken);

  function admitWaiting(): void {
    for (let next = waiting[0]; next !== undefined && hasRoom(next); next = waiting[0]) {
      waiting.shift();
      present += 1;
      isTaken = next.alone;
      next.admit();
    }
  }

  function leave(): void {
    present -= 1;
    isTaken = false;
    admitWaiting();
  }

  return {
    enter(alone, stop) {
      const { promise, resolve, reject } = Promise.withResolvers<() => void>();
      const giveUp = () => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(stop.reason);
        admitWaiting();
      };
      const entry: Waiting = {
        alone,
        admit() {
          stop.removeEventListener('abort', giveUp);
          resolve(leave);
        },
      };
      if (stop.aborted) return Promise.reject(stop.reason as Error);
      stop.addEventListener('abort', giveUp, { once: true });
      waiting.push(entry);
      admitWaiting();
      return promise;
    },
  };
}
