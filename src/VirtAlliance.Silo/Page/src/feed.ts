import { moveOn } from "./silos";
import type { Quarter, Run, Standing } from "./types";

/** What a feed tells. */
export interface Listener { run(run: Run): void; quarters(quarters: Quarter[]): void; standing(standing: Standing): void }

const batchMs = 150;

/** Follows a run. After a disconnect the browser goes on from the last quarter that it has; if the silo is gone, the page moves on to another. */
export function follow(run: string, listener: Listener): () => void {
  const source = new EventSource(`api/runs/${encodeURIComponent(run)}/events`);
  let waiting: Quarter[] = [];
  let timer: number | undefined;
  const flush = (): void => {
    timer = undefined;
    const quarters = waiting;
    waiting = [];
    listener.quarters(quarters);
  };
  const on = <T>(name: string, act: (data: T) => void): void => source.addEventListener(name, e => act(JSON.parse((e as MessageEvent<string>).data) as T));
  on<Run>("run", r => listener.run(r));
  on<Standing>("standing", s => listener.standing(s));
  on<Quarter>("quarter", q => {
    waiting.push(q);
    timer ??= window.setTimeout(flush, batchMs);
  });
  on("end", () => source.close());
  source.onerror = () => void moveOn();
  return () => {
    source.close();
    clearTimeout(timer);
  };
}
