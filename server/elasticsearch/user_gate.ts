/** Lets at most so many pieces of work of one user run at once; the others wait in order. */
export interface UserGate {
  /** @throws the signal's reason when it aborts while waiting */
  run<T>(user: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Waiting {
  readonly begin: () => void;
}

interface OfUser {
  running: number;
  readonly waiting: Waiting[];
}

/** @param most heavy requests of one user at a time */
export function userGate(most = 2): UserGate {
  const users = new Map<string, OfUser>();
  const leave = (user: string, state: OfUser) => {
    const next = state.waiting.shift();
    if (next) next.begin();
    else if (--state.running === 0) users.delete(user);
  };
  return {
    async run(user, work, signal) {
      const state = users.get(user) ?? { running: 0, waiting: [] };
      users.set(user, state);
      if (state.running < most) state.running += 1;
      else await turn(state, signal);
      try {
        return await work();
      } finally {
        leave(user, state);
      }
    },
  };
}

function turn({ waiting }: OfUser, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      waiting.splice(waiting.indexOf(place), 1);
      reject(signal?.reason as Error);
    };
    const place: Waiting = {
      begin: () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      },
    };
    waiting.push(place);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
