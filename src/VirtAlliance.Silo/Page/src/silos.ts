// Every silo serves this page. When the one that served it does not answer any more, the page moves on to another; it asks them without reading their answers, as other origins must.

import { h } from "./dom";
import type { Cluster } from "./types";

const tokenKey = "token";
const pagesKey = "pages";
const patienceMs = 2000;
const pauseMs = 500;

let moving = false;

/** What changes need; the console prints it with the page's address. */
export function token(): string | null {
  return sessionStorage.getItem(tokenKey);
}

/** Takes token and place out of an address like #token=…&at=/runs/x, and leaves #/runs/x. */
export function arrive(): void {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!given.has("token") && !given.has("at")) return;
  const shown = given.get("token");
  if (shown) sessionStorage.setItem(tokenKey, shown);
  history.replaceState(null, "", `#${given.get("at") ?? "/"}`);
}

/** Keeps the addresses of the other silos' pages. */
export function remember(cluster: Cluster): void {
  const pages = cluster.silos.flatMap(s => (s.page ? [s.page] : [])).filter(p => new URL(p).port !== location.port);
  sessionStorage.setItem(pagesKey, JSON.stringify(pages));
}

/** This silo did not answer: looks for one that does, this one included, until there is one. */
export async function moveOn(): Promise<void> {
  if (moving) return;
  moving = true;
  const banner = h("div", { id: "away", class: "banner", role: "status" }, "This silo does not answer. Looking for another …");
  document.body.prepend(banner);
  for (;;) {
    const known = JSON.parse(sessionStorage.getItem(pagesKey) ?? "[]") as string[];
    for (const page of [location.origin, ...known.map(p => `http://${location.hostname}:${new URL(p).port}`)]) {
      if (!(await answers(page))) continue;
      moving = false;
      banner.remove();
      if (page !== location.origin) leave(page);
      return;
    }
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

async function answers(page: string): Promise<boolean> {
  try {
    await fetch(`${page}/api/cluster`, { mode: page === location.origin ? "same-origin" : "no-cors", cache: "no-store", signal: AbortSignal.timeout(patienceMs) });
    return true;
  } catch {
    return false;
  }
}

function leave(page: string): void {
  const place = new URLSearchParams({ at: location.hash.slice(1) || "/" });
  const shown = token();
  if (shown) place.set("token", shown);
  location.replace(`${page}/#${place}`);
}
