import { allianceGraph } from "./charts/alliances";
import { lines } from "./charts/lines";
import { shareChart } from "./charts/shares";
import { card, chip, fill, h, progress } from "./dom";
import { follow } from "./feed";
import { usd } from "./format";
import { cancelButton } from "./study";
import { traces } from "./traces";
import type { Quarter, Run, Standing } from "./types";

/** A run as it happens. */
export function run(content: HTMLElement, id: string): () => void {
  const [title, state, where, rest] = [h("h2", {}, id), h("span"), h("p"), h("div")];   // the button among them stays where it is: a click must not fall between two drawings
  const head = h("section", { class: "card", id: "run" }, title, where, rest);
  const body = h("div", { class: "cards" });
  fill(content, head, body);
  let [plan, standing]: [Run | null, Standing | null] = [null, null];
  const quarters: Quarter[] = [];
  let draw: () => void = () => undefined;
  let close: () => void = () => undefined;
  let cancel: HTMLButtonElement | null = null;

  const tell = (): void => {
    if (!plan || !cancel) return;
    const going = !standing || standing.status === "queued" || standing.status === "running";
    head.dataset.status = standing?.status ?? "queued";
    head.dataset.quarters = String(quarters.length);
    fill(state, chip(standing?.status ?? "queued"));
    cancel.hidden = !going;
    fill(
      rest, progress(quarters.length, plan.quarters),
      h("p", { class: "quiet" }, [
        `${quarters.length} of ${plan.quarters} quarters`, quarters.at(-1)?.quarter, standing && going ? `${standing.quartersPerSecond} quarters/s` : null,
        standing?.silo ? `on ${standing.silo}` : null, standing && standing.retries > 0 ? `${standing.retries} retries` : null, standing && standing.epoch > 1 ? `taken ${standing.epoch} times` : null,
      ].filter(Boolean).join(" · ")),
      standing?.error ? h("p", { class: "error" }, standing.error) : null,
      standing?.status === "completed" && standing.digest ? h("p", { class: "quiet digest" }, `digest ${standing.digest}`) : null);
  };

  const begin = (planned: Run): void => {
    if (plan) return;   // the feed was taken up again after a disconnect
    plan = planned;
    cancel = cancelButton(planned.study);
    fill(title, `${planned.arm}${planned.replicate ? ` · replicate ${planned.replicate}` : ""}`);
    fill(where, h("a", { href: `#/studies/${encodeURIComponent(planned.study)}` }, planned.study), " ", state, " ", cancel);
    const products = planned.products.map(p => p.id);
    const charts = [
      shareChart(planned),
      lines("prices", planned, products, q => q.pricesUsd, usd),
      lines("profits", planned, planned.vendors, q => q.profitsUsd, usd),
      allianceGraph(planned),
      traces(planned.run),
    ];
    fill(body, card("shares-card", "Shares of seats", charts[0]!.element), card("alliances-card", "Alliances and messages", charts[3]!.element), card("prices-card", "Prices per seat and quarter", charts[1]!.element),
      card("profits-card", "Profits per quarter", charts[2]!.element), card("traces-card", "Where a quarter's time went", charts[4]!.element));
    draw = () => charts.forEach(c => c.draw(quarters));
    close = () => charts.forEach(c => c.close());
    draw();
  };

  const stop = follow(id, {
    run: planned => { begin(planned); tell(); },
    standing: now => { standing = now; tell(); },
    quarters: fresh => {
      for (const quarter of fresh) if (quarter.at === quarters.length) quarters.push(quarter);
      tell();
      draw();
    },
  });
  return () => { stop(); close(); };
}
