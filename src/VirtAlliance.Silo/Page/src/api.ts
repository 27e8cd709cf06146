import { moveOn, token } from "./silos";
import type { Submission } from "./types";

const patienceMs = 6000;

/** The silo refused; says why, a line each. */
export class Refused extends Error {
  constructor(readonly status: number, readonly errors: string[]) {
    super(errors.join("\n"));
  }
}

/** Asks this silo; where it does not answer, the page looks for another. Null: there is no such thing. */
export async function get<T>(path: string): Promise<T | null> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(patienceMs) });
  } catch (e) {
    void moveOn();
    throw e;
  }
  if (response.status === 404) return null;
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

/** Asks for a change. */
export async function post<T>(path: string, body?: Submission): Promise<T> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token() ?? ""}` };
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(path, { method: "POST", headers, body: body && JSON.stringify(body) });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

/** Asks again and again while the page stays where it is; stops when told. */
export function poll(ask: () => Promise<boolean | void>, everyMs: number): () => void {
  let over = false;
  const go = async (): Promise<void> => {
    let last = false;
    try {
      last = document.hidden ? false : (await ask()) === true;
    } catch {
      // the page is moving on, or the next answer is better
    }
    if (!over && !last) setTimeout(go, everyMs);
  };
  void go();
  return () => (over = true);
}

async function refusal(response: Response): Promise<Refused> {
  try {
    return new Refused(response.status, ((await response.json()) as { errors: string[] }).errors);
  } catch {
    return new Refused(response.status, [`the silo answered ${response.status}`]);
  }
}
